import { describe, expect, it } from 'vitest';
import { intentOf, type KeyPress } from '../../renderer/domain/staff-keys';

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

  it.each(['KeyR', 'KeyW', 'F5', 'F11', 'F12', 'Tab', 'Digit0', 'Backspace', 'BrowserBack', 'Slash'])('%s is dead', (code) => {
    expect(intentOf(press(code))).toBeNull();
  });

  it.each(['ArrowRight', 'Space', 'Digit1', 'F1'])('%s is dead with Ctrl, Alt or the system key', (code) => {
    expect(intentOf(press(code, { ctrl: true }))).toBeNull();
    expect(intentOf(press(code, { alt: true }))).toBeNull();
    expect(intentOf(press(code, { meta: true }))).toBeNull();
  });
});
