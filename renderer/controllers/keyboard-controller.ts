import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Intent } from '../domain/player-state';
import { intentOf, typedBy } from '../domain/staff-keys';

/** Turns key presses into what staff mean by them. A key that is held down acts once. */
export class KeyboardController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly perform: (intent: Intent, typed: string | null) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKeyDown, { capture: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKeyDown, { capture: true });
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    event.preventDefault();
    if (event.repeat) return;
    const { code, key, ctrlKey: ctrl, shiftKey: shift, altKey: alt, metaKey: meta } = event;
    const press = { code, key, ctrl, shift, alt, meta };
    const intent = intentOf(press);
    if (intent !== null) this.perform(intent, typedBy(press));
  };
}
