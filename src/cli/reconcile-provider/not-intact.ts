// One of the two sides was altered: there is nothing to compare, and the answer is "no".

export class NotIntact extends Error {
  override readonly name = 'NotIntact';
  readonly file: string;

  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}
