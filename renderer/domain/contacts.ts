import type { Contact, HolidayTable } from './content/content';
import { deskAt } from './desk';
import type { Instant } from './time';

/** Whether a line is answered, and until or from when. */
export interface ContactState {
  readonly open: boolean;
  /** Set while open; null for a line that never closes. */
  readonly closesAt: Instant | null;
  /** The next opening; null while open (product.md §6). */
  readonly opensAt: Instant | null;
}

/** Whether a contact answers at an instant; null when its hours are unknown. It keeps hours as a desk does, without changes. */
export function contactAt(contact: Contact, zone: string, table: HolidayTable | null, now: Instant): ContactState | null {
  if (contact.hours === null) return null;
  const { kind, closesAt, opensAt } = deskAt({ hours: contact.hours, lastDay: null, changes: [] }, zone, table, now);
  return kind === 'open' ? { open: true, closesAt, opensAt: null } : { open: false, closesAt: null, opensAt };
}
