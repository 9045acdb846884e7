import { nextChangeAfter } from '../../../renderer/domain/next-change';
import { player } from '../../../renderer/domain/player';
import { INITIAL_PLAYER, type PlayerEvent } from '../../../renderer/domain/player-state';
import { sceneAt } from '../../../renderer/domain/scene-at';
import type { Snapshot } from '../../../renderer/domain/snapshot';

/** A number leaves the glass no sooner (product.md §4). */
const LEAST_MS = 4_000;

/** The page's rules as the page runs them: each word of main at once, else when the scene's time is over. */
export class ChaosGlass {
  /** The numbers on the glass. */
  labels: readonly string[] = [];
  /** Numbers that left while others stayed, and how long they had been there. */
  readonly cutShort: string[] = [];
  private state = INITIAL_PLAYER;
  private until = Number.NEGATIVE_INFINITY;
  private shownAt = Number.NEGATIVE_INFINITY;
  private readonly since = new Map<string, number>();

  take(snapshot: Snapshot, now: number): void {
    this.receive({ kind: 'snapshot', snapshot: { ...snapshot, revision: (this.state.snapshot?.revision ?? 0) + 1 } }, now);
  }

  /** Time has passed. */
  wake(now: number): void {
    if (now >= this.until || now < this.shownAt) this.receive({ kind: 'tick' }, now);
  }

  /** The machine's clock was set: how long anything was there can't be said any more. */
  clockSet(): void {
    this.since.clear();
  }

  private receive(event: PlayerEvent, now: number): void {
    this.state = player(this.state, event, now).state;
    this.until = nextChangeAfter(this.state, now);
    this.shownAt = now;
    const { tickets } = sceneAt(this.state, now);
    const labels = tickets?.kind === 'calls' ? tickets.calls.map(({ label }) => label) : [];
    for (const label of labels) if (!this.labels.includes(label)) this.since.set(label, now);
    for (const label of this.labels) {
      if (labels.includes(label)) continue;
      const since = this.since.get(label);
      if (tickets?.kind === 'calls' && since !== undefined && now - since < LEAST_MS) {
        this.cutShort.push(`${label} after ${now - since} ms`);
      }
    }
    this.labels = labels;
  }
}
