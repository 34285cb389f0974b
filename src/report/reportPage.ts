import * as l10n from '@vscode/l10n';
import { element, type PageElement, type PageNode } from './element';
import { type Report } from './report';
import { type Section, type Table } from './section';

/** The head of a report: of which corpus, and its numbers. */
export const reportHead = ({ title, filter, totals }: Report): PageElement =>
  element(
    'header',
    {},
    element('h1', {}, title),
    ...(filter === undefined ? [] : [element('p', { class: 'filter' }, filter)]),
    element(
      'ul',
      { class: 'totals' },
      ...totals.map(({ count, text }) => element('li', {}, element('b', {}, String(count)), element('span', {}, text))),
    ),
  );

/** One part of a report. A table that is all there is stands open. */
export const reportSection = ({ id, title, summary, key, chart, table, notes }: Section): PageElement =>
  element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    element('p', { class: 'summary' }, summary),
    ...(chart && key.length ? [keyOf(key)] : []),
    ...(chart ? [element('div', { class: 'chart' }, chart)] : []),
    ...notes.map(note => element('p', { class: 'note' }, note)),
    ...(table
      ? [
          element(
            'details',
            { open: chart ? undefined : '' },
            element('summary', {}, l10n.t('Table: {0}', title)),
            element(
              'div',
              { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': title },
              tableOf(table, title),
            ),
          ),
        ]
      : []),
  );

const keyOf = (key: Section['key']): PageElement =>
  element(
    'ul',
    { class: 'key' },
    ...key.map(({ look, sign, text }) =>
      element(
        'li',
        {},
        element('span', { class: `swatch ${look}`, 'aria-hidden': 'true' }, sign),
        element('span', {}, text),
      ),
    ),
  );

function tableOf({ columns, rows }: Table, title: string): PageElement {
  const look = (column: number): string | undefined => (columns[column]?.isNumber ? 'number' : undefined);
  const cells = (row: readonly string[]): readonly PageNode[] =>
    row.map((text, at) =>
      at === 0 ? element('th', { scope: 'row' }, text) : element('td', { class: look(at) }, text),
    );
  return element(
    'table',
    {},
    element('caption', {}, title),
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map(({ heading }, at) => element('th', { scope: 'col', class: look(at) }, heading))),
    ),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...cells(row)))),
  );
}
