// Words and where a value comes from: what every rule of a regulation carries.

/** Short, in our own words: traditional Chinese for users, English for engineers. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** `text`: the regulation says so. `default`: it leaves the value open; ours holds until the office sets another, and says why. */
export type Source = { readonly source: 'text' } | { readonly source: 'default'; readonly reason: Wording };
