// @ts-check

/**
 * One line for the person at the terminal. Always on standard error: standard output belongs to answers.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
