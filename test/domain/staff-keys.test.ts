import { describe, expect, it } from 'vitest';
import { intentOf, type KeyPress, STAFF_CODES, typedBy } from '../../renderer/domain/staff-keys';

const press = (code: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key: 'Process',
  ctrl: false,
  shift: false,
  alt: false,
  meta: false,
  ...rest,
});

describe('a key', () => {
  it.each([
    ['ArrowRight', { kind: 'next' }],
    ['PageDown', { kind: 'next' }],
    ['ArrowLeft', { kind: 'previous' }],
    ['PageUp', { kind: 'previous' }],
    ['Home', { kind: 'first' }],
    ['End', { kind: 'last' }],
    ['Digit1', { kind: 'slide', index: 0 }],
    ['Numpad9', { kind: 'slide', index: 8 }],
    ['Space', { kind: 'hold' }],
    ['KeyE', { kind: 'emergency' }],
    ['KeyO', { kind: 'overview' }],
    ['ArrowUp', { kind: 'up' }],
    ['ArrowDown', { kind: 'down' }],
    ['F1', { kind: 'keys' }],
    ['Escape', { kind: 'dismiss' }],
    ['KeyT', { kind: 'ticket' }],
    ['KeyC', { kind: 'reception' }],
    ['KeyP', { kind: 'pause' }],
    ['KeyB', { kind: 'light' }],
    ['Period', { kind: 'light' }],
    ['Backspace', { kind: 'erase' }],
    ['Tab', { kind: 'field' }],
    ['KeyR', { kind: 'type' }],
    ['Digit0', { kind: 'type' }],
    ['Enter', { kind: 'confirm' }],
  ])('%s acts by its place on the keyboard, with an input method on too', (code, intent) => {
    expect(intentOf(press(code))).toEqual(intent);
  });

  it('opens the card of the keys with a question mark, wherever it stands', () => {
    expect(intentOf(press('Slash', { key: '?', shift: true }))).toEqual({ kind: 'keys' });
    expect(intentOf(press('Slash', { shift: true }))).toEqual({ kind: 'keys' });
    expect(intentOf(press('Minus', { key: '?', shift: true }))).toEqual({ kind: 'keys' });
  });

  it('asks to leave with Ctrl+Shift+Q alone', () => {
    expect(intentOf(press('KeyQ', { ctrl: true, shift: true }))).toEqual({ kind: 'leave' });
    expect(intentOf(press('KeyQ', { ctrl: true }))).toBeNull();
    expect(intentOf(press('KeyQ', { ctrl: true, shift: true, alt: true }))).toBeNull();
  });

  it.each(['F5', 'F11', 'F12', 'Delete', 'Comma', 'BrowserBack', 'Slash'])('%s is dead', (code) => {
    expect(intentOf(press(code))).toBeNull();
  });

  it.each(['ArrowRight', 'Space', 'Digit1', 'F1', 'KeyC', 'KeyR'])('%s is dead with Ctrl, Alt or the system key', (code) => {
    expect(intentOf(press(code, { ctrl: true }))).toBeNull();
    expect(intentOf(press(code, { alt: true }))).toBeNull();
    expect(intentOf(press(code, { meta: true }))).toBeNull();
  });
});

describe('a key that types into a number', () => {
  it.each([
    ['Digit4', '4'],
    ['Numpad0', '0'],
    ['KeyC', 'C'],
    ['KeyB', 'B'],
    ['Minus', '-'],
    ['NumpadSubtract', '-'],
    ['Space', null],
    ['Enter', null],
    ['Slash', null],
  ])('%s types %s by its place on the keyboard', (code, character) => {
    expect(typedBy(press(code))).toBe(character);
    expect(typedBy(press(code, { key: '４' }))).toBe(character);
    expect(typedBy(press(code, { ctrl: true }))).toBeNull();
  });

  it.each(['KeyE', 'KeyT'])('%s stays a command in every state, and types its letter with Shift', (code) => {
    expect(typedBy(press(code))).toBeNull();
    expect(typedBy(press(code, { shift: true }))).toBe(code.slice(-1));
    expect(intentOf(press(code, { shift: true }))).toEqual({ kind: 'type' });
  });

  it('passes the lock, as all that means something does', () => {
    for (const code of ['KeyZ', 'Digit0', 'Numpad0', 'Minus', 'Backspace', 'Tab', 'Period']) expect(STAFF_CODES).toContain(code);
    for (const code of ['F5', 'F12', 'Delete', 'PrintScreen', 'MetaLeft']) expect(STAFF_CODES).not.toContain(code);
  });
});
