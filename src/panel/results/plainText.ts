/** Printed text as it can be shown: without the terminal's control sequences. */

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ansi = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])/gu;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;

/** Takes away colour and cursor sequences; other control characters become visible pictures of themselves. */
export function plainText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(ansi, '')
    .replace(control, (character) => String.fromCodePoint(0x2400 + ((character.codePointAt(0) ?? 0) % 0x7f)))
    .replaceAll('\r', '\n');
}
