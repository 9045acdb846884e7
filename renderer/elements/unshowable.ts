/**
 * What an element tells when it can't put a media file on the glass, or can after all. Whoever holds the player's state hears it at the
 * page's root.
 */
export interface UnshowableDetail {
  readonly address: string;
}

/** Tells it, through all shadow roots. */
export function tellUnshowable(from: Element, address: string): void {
  const detail: UnshowableDetail = { address };
  from.dispatchEvent(new CustomEvent('unshowable', { bubbles: true, composed: true, detail }));
}

/** Tells that a file which was told to be late has come. */
export function tellShowable(from: Element, address: string): void {
  const detail: UnshowableDetail = { address };
  from.dispatchEvent(new CustomEvent('showable', { bubbles: true, composed: true, detail }));
}

declare global {
  interface HTMLElementEventMap {
    unshowable: CustomEvent<UnshowableDetail>;
    showable: CustomEvent<UnshowableDetail>;
  }
}
