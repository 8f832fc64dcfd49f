// What is shared out among auditors: a person's rows go as a whole.

/** One person's rows. `options`: the places of the auditors who may take them, in rising order, at least one. */
export interface Parcel {
  readonly weight: number;
  readonly options: readonly number[];
}
