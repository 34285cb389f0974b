import axe from 'axe-core';
import { type Frame, type Page } from 'playwright-core';

/** What axe-core finds wrong with a page, or with the part of it that a selector names: a line for each kind of fault, with where. */
export async function faultsOf(page: Page | Frame, part = 'html'): Promise<readonly string[]> {
  // As an expression, since a page's policy forbids it to evaluate texts itself.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    selector => (globalThis as unknown as { axe: typeof axe }).axe.run(selector),
    part,
  );
  if (passes.length === 0) throw new Error(`axe-core looked at nothing in ${part}`);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}
