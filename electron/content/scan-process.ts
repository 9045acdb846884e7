import { writeAtomically } from '../atomic-file';
import { localScanner } from './local-scanner';
import type { Look, Scanner } from './look';
import { mediaCopies } from './media/media-copies';
import { type Beside, readBeside } from './read-beside';

/** What main says to the process: first what it is to look at, then, each time, to look, or to read a file beside the content. */
export type ScanOrder =
  | {
      readonly kind: 'start';
      readonly folder: string;
      /** Where copies of media are kept. */
      readonly cache: string;
      readonly known: readonly (readonly [string, { stamp: string; passing: boolean }])[];
    }
  | { readonly kind: 'look'; readonly isWhole: boolean }
  | { readonly kind: 'read'; readonly id: number; readonly name: string; readonly most: number };

/** What the process answers. */
export type ScanAnswer =
  | { readonly kind: 'looked'; readonly look: Look }
  | { readonly kind: 'read'; readonly id: number; readonly read: Beside }
  | { readonly kind: 'hint' }
  | { readonly kind: 'said'; readonly line: string };

// The process that touches the folder. When a share hangs, this hangs, and main ends it.
let scanner: Scanner | null = null;
let folder = '';
const answer = (message: ScanAnswer) => process.parentPort.postMessage(message);
process.parentPort.on('message', ({ data }: { data: ScanOrder }) => {
  if (data.kind === 'start') {
    folder = data.folder;
    const copies = mediaCopies(data.cache, writeAtomically, (line) => answer({ kind: 'said', line }));
    scanner = localScanner(data.folder, new Map(data.known), () => answer({ kind: 'hint' }), copies.open);
  } else if (data.kind === 'read') {
    void readBeside(folder, data.name, data.most).then((read) => answer({ kind: 'read', id: data.id, read }));
  } else {
    void scanner?.look(data.isWhole).then((look) => look && answer({ kind: 'looked', look }));
  }
});
