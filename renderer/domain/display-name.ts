/** Longer than any host's name, and short enough for every broker. */
const LONGEST = 64;
/** What a level of an MQTT topic can't hold, or would not show. */
const FOREIGN = /[+#/\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A display's name as a technician gave it; null when it can't be a level of an MQTT topic. */
export function parseDisplayName(text: string): string | null {
  const name = text.normalize('NFC').trim();
  return name === '' || name.length > LONGEST || FOREIGN.test(name) ? null : name;
}

/** The name of a display that was given none: its machine's, made fit for a topic. */
export function nameOfMachine(host: string): string {
  const fit = host.normalize('NFC').replace(new RegExp(FOREIGN, 'gu'), '-').slice(0, LONGEST).trim();
  return parseDisplayName(fit) ?? 'display';
}
