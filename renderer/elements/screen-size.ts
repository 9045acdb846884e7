import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LARGEST_FLOOR, legibilityOf } from '../domain/legibility';

/** What of the scene the sizes depend on. */
export interface Viewing {
  readonly inches: number;
  readonly distance: number;
}

/**
 * Sets `--u`, `--floor`, `--target` on the screen element, from its size and from how it is looked at.
 * They are set from code, because the content security policy bars style attributes.
 */
export class ScreenSize implements ReactiveController {
  private readonly observer = new ResizeObserver(() => this.apply());

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly viewing: () => Viewing,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  hostUpdate(): void {
    this.apply();
  }

  private apply(): void {
    const { clientWidth: width, clientHeight: height, style } = this.host;
    if (width === 0 || height === 0) return;
    const shorter = Math.min(width, height);
    const { floor, target } = legibilityOf({ ...this.viewing(), width, height });
    const part = Math.min(1, (LARGEST_FLOOR * shorter) / floor);
    const values = { '--u': shorter / 1080, '--floor': part * floor, '--target': part * target };
    for (const [name, value] of Object.entries(values)) {
      const text = `${value.toFixed(3)}px`;
      if (style.getPropertyValue(name) !== text) style.setProperty(name, text);
    }
  }
}
