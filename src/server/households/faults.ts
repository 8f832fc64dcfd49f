// Why nobody can be looked up. Each stops answers: none of them is ever a "no".

/** No household file serves the programme. */
export class NoSnapshot extends Error {
  override readonly name = 'NoSnapshot';
}

/** The snapshot's digests were made with another key than the keystore has now: everybody would seem to be unknown. */
export class ForeignSnapshot extends Error {
  override readonly name = 'ForeignSnapshot';
}

/** More wait to be looked up than the database answers in time. */
export class LookupOverloaded extends Error {
  override readonly name = 'LookupOverloaded';
}
