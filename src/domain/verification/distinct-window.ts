// Over the last so many pairs seen: how many different members go with one group (different people asked with one birth date, say).
// Memory is bounded by the window's length, and a pair costs the same however long it has been open.

export class DistinctWindow {
  readonly #length: number;
  readonly #groups = new Map<string, Map<string, number>>();
  readonly #ring: { readonly group: string; readonly member: string }[] = [];
  #next = 0;

  constructor(length: number) {
    this.#length = length;
  }

  /** How many different members the group has in the window, this one among them. */
  add(group: string, member: string): number {
    const oldest = this.#ring[this.#next];
    if (oldest) this.#forget(oldest.group, oldest.member);
    this.#ring[this.#next] = { group, member };
    this.#next = (this.#next + 1) % this.#length;
    let members = this.#groups.get(group);
    if (!members) this.#groups.set(group, (members = new Map()));
    members.set(member, (members.get(member) ?? 0) + 1);
    return members.size;
  }

  #forget(group: string, member: string): void {
    const members = this.#groups.get(group);
    const times = members?.get(member) ?? 0;
    if (times > 1) members?.set(member, times - 1);
    else if (members?.delete(member) && members.size === 0) this.#groups.delete(group);
  }
}
