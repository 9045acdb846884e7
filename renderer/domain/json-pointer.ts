/** A JSON Pointer (RFC 6901) in its parts: `/agents/0/currentTicket` → agents, 0, currentTicket. The whole document: no part. */
export type Pointer = readonly string[];

const MOST_PARTS = 20;

/** Null for a text that is no pointer. `''` is the whole document; `~1` stands for `/` in a name, `~0` for `~`. */
export function parsePointer(text: string): Pointer | null {
  if (text === '') return [];
  if (!/^(\/([^~/]|~[01])*)+$/.test(text)) return null;
  const parts = text.slice(1).split('/');
  return parts.length > MOST_PARTS ? null : parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** How a pointer is written. */
export function pointerText(pointer: Pointer): string {
  return pointer.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What stands there; undefined when nothing does. Only what the document itself holds: never `constructor`, `length` or the like. */
export function valueAt(document: unknown, pointer: Pointer): unknown {
  let value = document;
  for (const part of pointer) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}
