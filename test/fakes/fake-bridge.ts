import type { Bridge, PaintReport } from '../../renderer/domain/bridge';
import type { Snapshot, StaffState } from '../../renderer/domain/snapshot';

/** Main's side of the bridge without a main: gives out snapshots and keeps what the page says. */
export class FakeBridge implements Bridge {
  readonly remembered: StaffState[] = [];
  readonly reports: PaintReport[] = [];
  left = 0;
  private listeners = new Set<(snapshot: Snapshot) => void>();

  constructor(private snapshot: Snapshot) {}

  /** A new snapshot arrives; it is pushed as main pushes it. */
  push(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener(snapshot);
  }

  current(): Promise<Snapshot> {
    return Promise.resolve(this.snapshot);
  }

  onSnapshot(listener: (snapshot: Snapshot) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  remember(staff: StaffState): void {
    this.remembered.push(staff);
  }

  painted(report: PaintReport): void {
    this.reports.push(report);
  }

  leave(): void {
    this.left += 1;
  }
}
