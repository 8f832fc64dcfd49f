// Over the last so many pairs seen: how many different members go with one group (different people asked with one birth date, say).
// Memory is bounded by the window's length, and a pair costs the same however long the window has been open.

interface Members {
  /** Nearly every group has one member: it needs no table of its own. */
  readonly first: string;
  times: number;
  others: Map<string, number> | undefined;
}

export class DistinctWindow {
  readonly #groups = new Map<string, Members>();
  readonly #ringOfGroups: string[] = [];
  readonly #ringOfMembers: string[] = [];
  readonly #length: number;
  #next = 0;

  constructor(length: number) {
    this.#length = length;
  }

  /** Never more than the window is long. */
  get groups(): number {
    return this.#groups.size;
  }

  /** How many different members the group has in the window, this one among them. */
  add(group: string, member: string): number {
    if (this.#ringOfGroups.length === this.#length)
      this.#forget(this.#ringOfGroups[this.#next] ?? '', this.#ringOfMembers[this.#next] ?? '');
    this.#ringOfGroups[this.#next] = group;
    this.#ringOfMembers[this.#next] = member;
    this.#next = (this.#next + 1) % this.#length;
    const members = this.#groups.get(group);
    if (!members) {
      this.#groups.set(group, { first: member, times: 1, others: undefined });
      return 1;
    }
    if (members.first === member) members.times += 1;
    else {
      members.others ??= new Map();
      members.others.set(member, (members.others.get(member) ?? 0) + 1);
    }
    return sizeOf(members);
  }

  #forget(group: string, member: string): void {
    const members = this.#groups.get(group);
    if (!members) return;
    if (members.first === member) members.times -= 1;
    else {
      const left = (members.others?.get(member) ?? 0) - 1;
      if (left > 0) members.others?.set(member, left);
      else members.others?.delete(member);
    }
    if (sizeOf(members) === 0) this.#groups.delete(group);
  }
}

function sizeOf({ times, others }: Members): number {
  return (times > 0 ? 1 : 0) + (others?.size ?? 0);
}
