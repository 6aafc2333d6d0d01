/* What went wrong, by a code that the app has words for. */

/** An error with a `code` (see the list in device.js) and values for its sentence, such as `{seconds: 30}`. */
export class Trouble extends Error {
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}
