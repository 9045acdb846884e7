import { type DarkroomFault, LONGEST_DETAIL } from '../domain/darkroom';

/** What came of a job: the true size of what may be shown as it is, or null where the sheets are shown instead. */
export type Outcome =
  | { readonly kind: 'done'; readonly seen: { readonly width: number; readonly height: number } | null }
  | { readonly kind: 'failed'; readonly fault: DarkroomFault; readonly detail: string };

/** A file that can't be shown, and what its decoder said. */
export function failed(fault: DarkroomFault, error: unknown): Outcome {
  return { kind: 'failed', fault, detail: String(error).slice(0, LONGEST_DETAIL) };
}
