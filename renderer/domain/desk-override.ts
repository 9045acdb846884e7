import type { DeskOverride } from './desk';
import { runningSpan } from './manual-span';
import type { Snapshot, StaffState } from './snapshot';
import { currentReading } from './ticket-age';
import { civilDateAt, type Instant } from './time';

const NONE: DeskOverride = { receptionClosedOn: null, pause: null };

/**
 * What staff and feed say of the desk, in one. Either may close reception or pause the desk, and who did it undoes it: an `open` of
 * the feed does not lift what staff pressed, nor the other way round. Of two pauses staff's reason is told, and the later end. A
 * desk status of the feed that is too old, or from another day, says nothing (product.md §4). The calendar beats both (`deskAt`).
 */
export function deskOverrideAt(snapshot: Snapshot, staff: StaffState, now: Instant): DeskOverride {
  const { signage } = snapshot.content;
  if (signage === null) return NONE;
  const today = civilDateAt(now, signage.timezone);
  const status = currentReading(snapshot, now)?.desk ?? null;
  const isClosed = status?.status === 'receptionClosed' || staff.receptionClosedOn === today;
  const told = status?.status === 'paused' ? { until: null, reason: status.note } : null;
  const pressed = runningSpan(staff.pause, now);
  const pause =
    pressed === null ? told : { until: told === null ? pressed.until : null, reason: pressed.reason ?? told?.reason ?? null };
  return { receptionClosedOn: isClosed ? today : null, pause };
}
