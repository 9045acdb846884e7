import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Bridge, MOST_TROUBLES } from '../domain/bridge';
import type { Sound } from '../domain/call-sounds';
import { displayNow, paceOf } from '../domain/clock';
import { nextChangeAfter } from '../domain/next-change';
import { player } from '../domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerEvent } from '../domain/player-state';
import { BEAT_MS } from '../domain/recovery';
import { problemText } from '../domain/result';
import type { Scene } from '../domain/scene';
import { sceneAt } from '../domain/scene-at';
import type { Snapshot } from '../domain/snapshot';
import { unshowableProblems } from '../domain/unshowable';
import type { Clock } from './clock';

/** Never sleeps longer: a clock that jumped, or a machine that woke, is noticed within this time, and main gets its proof of life. */
const LONGEST_WAIT_MS = BEAT_MS;
/** A proof of life younger than this is as good as a new one. */
const YOUNG_MS = BEAT_MS / 2;

/**
 * Joins bridge, clock and rules: holds the player's state, keeps the scene current with one timer, and tells main what was
 * painted. The element only draws `scene`.
 */
export class PlayerController implements ReactiveController {
  /** Null until main has answered. */
  scene: Scene | null = null;

  private state = INITIAL_PLAYER;
  private sceneKey = '';
  private shownAt = 0;
  private nextChange = 0;
  private lastReport = 0;
  private reporting = false;
  private drawnInFrame = false;
  private drawsNext = false;
  private stopWaiting = () => {};
  private stopListening = () => {};

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly bridge: Bridge,
    private readonly clock: Clock,
    /** What must be ready before a snapshot is drawn: its letters. */
    private readonly prepare: (snapshot: Snapshot) => Promise<void>,
    /** Makes a call heard. */
    private readonly play: (sound: Sound) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Subscribe, then ask: whichever snapshot is newer wins, so none is missed.
    const draw = async (snapshot: Snapshot) => {
      await this.prepare(snapshot);
      this.receive({ kind: 'snapshot', snapshot });
    };
    this.stopListening = this.bridge.onSnapshot((snapshot) => void draw(snapshot));
    void this.bridge.current().then(draw);
    this.wait();
  }

  hostDisconnected(): void {
    this.stopListening();
    this.stopWaiting();
  }

  /** A key was pressed; `typed`: the character that it types where one is asked for. */
  perform(intent: Intent, typed: string | null): void {
    this.receive({ kind: 'intent', intent, typed });
  }

  /** A media file can't be put on the glass. */
  unshowable(address: string): void {
    this.receive({ kind: 'unshowable', address });
  }

  /** One that came too late has come. */
  showable(address: string): void {
    this.receive({ kind: 'showable', address });
  }

  /** The screen has parted a slide into pages. */
  measured(slideId: string, pages: readonly number[]): void {
    this.receive({ kind: 'measured', slideId, pages });
  }

  /** The screen begins a long piece of work. */
  working(): void {
    this.bridge.working();
  }

  private now(): number {
    return displayNow(this.state.snapshot?.rehearsal ?? null, this.clock.now());
  }

  private receive(event: PlayerEvent): void {
    // The first snapshot brings the display's clock with it.
    const rehearsal = event.kind === 'snapshot' ? event.snapshot.rehearsal : (this.state.snapshot?.rehearsal ?? null);
    const now = displayNow(rehearsal, this.clock.now());
    const { state, effects } = player(this.state, event, now);
    this.state = state;
    for (const effect of effects) {
      if (effect.kind === 'remember') this.bridge.remember(effect.staff);
      else if (effect.kind === 'sound') this.play(effect.sound);
      else this.bridge.leave(effect.pin);
    }
    // The glass shows one picture a frame: of a flood of readings each is counted, and the last of a frame drawn.
    if (event.kind === 'snapshot' && this.drawnInFrame) {
      this.drawsNext = true;
      return;
    }
    this.show(now);
    this.drawnInFrame = true;
    requestAnimationFrame(() => {
      this.drawnInFrame = false;
      if (!this.drawsNext) return;
      this.drawsNext = false;
      this.show(this.now());
    });
  }

  /** Draws the scene of `now` when it differs from the one on the glass, and waits for the next change. */
  private show(now: number): void {
    this.shownAt = now;
    this.nextChange = nextChangeAfter(this.state, now);
    if (this.state.snapshot !== null) {
      const scene = sceneAt(this.state, now);
      const key = JSON.stringify(scene);
      if (key !== this.sceneKey) {
        this.sceneKey = key;
        this.scene = scene;
        this.host.requestUpdate();
        this.report();
      }
    }
    this.wait();
  }

  /** Waits for the next change, proving first that it lives: news may come so often that no wait is ever over. */
  private wait(): void {
    if (Math.abs(this.clock.now() - this.lastReport) >= YOUNG_MS) this.report();
    this.stopWaiting();
    const pace = paceOf(this.state.snapshot?.rehearsal ?? null);
    const untilChange = Math.max(Math.ceil((this.nextChange - this.now()) / pace), 0);
    const wait = this.state.snapshot === null ? LONGEST_WAIT_MS : Math.min(untilChange, LONGEST_WAIT_MS);
    this.stopWaiting = this.clock.after(wait, () => this.wake());
  }

  private wake(): void {
    const now = this.now();
    // A clock that was set back has left the scene's stretch of time, too.
    if (now >= this.nextChange || now < this.shownAt) this.receive({ kind: 'tick' });
    else this.wait();
  }

  /** Tells main once the frame is on the glass: a process may live while nothing is painted. */
  private report(): void {
    if (this.reporting) return;
    this.reporting = true;
    requestAnimationFrame(() => {
      this.reporting = false;
      this.lastReport = this.clock.now();
      const { stage, emergency } = this.scene ?? {};
      const slide = stage?.kind === 'slide' ? stage.slide : null;
      this.bridge.painted({
        revision: this.state.snapshot?.revision ?? 0,
        slideId: slide?.id ?? null,
        pages: (emergency ?? slide)?.page?.count ?? 1,
        paintedAt: this.now(),
        troubles: unshowableProblems(this.state, this.now()).slice(0, MOST_TROUBLES).map(problemText),
      });
    });
  }
}
