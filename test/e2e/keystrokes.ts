import { type Page } from 'playwright-core';

interface Counted {
  pressmarkTest: { keys: number; pointed: number };
}

/** Counts in the page, from now on until it is loaded anew, what a person's hands would do. */
export class Keystrokes {
  private constructor(private readonly page: Page) {}

  static async count(page: Page): Promise<Keystrokes> {
    await page.evaluate(() => {
      const counted = { keys: 0, pointed: 0 };
      Object.assign(globalThis, { pressmarkTest: counted });
      const modifiers = ['Shift', 'Control', 'Alt', 'Meta'];
      const count = (event: KeyboardEvent): void => {
        if (!modifiers.includes(event.key)) counted.keys++;
      };
      addEventListener('keydown', count, { capture: true });
      for (const type of ['pointerdown', 'mousedown', 'wheel', 'touchstart'])
        addEventListener(type, () => counted.pointed++, { capture: true, passive: true });
    });
    return new Keystrokes(page);
  }

  /** The keys that were pressed; with Shift, Ctrl or Alt held, they are one keystroke. */
  sum(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as Counted).pressmarkTest.keys);
  }

  /** How often a mouse, or a finger, was used. */
  pointed(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as Counted).pressmarkTest.pointed);
  }
}
