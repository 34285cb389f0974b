import * as l10n from '@vscode/l10n';
import { type ReportDocument } from '../core/report/reportDocument';
import { element, type PageElement, type PageNode } from '../report/element';
import { type ReportFormat } from '../report/formats';
import { type FromPage, type ToPage } from '../report/panelMessages';
import { drawReport, type ReportSubject } from '../report/report';
import css from '../report/report.css';
import { reportHead, reportSection } from '../report/reportPage';
import { saveReport } from '../report/saveReport';
import { type Mark } from '../report/section';

/** The namespace of SVG's elements. */
const SVG = 'http://www.w3.org/2000/svg';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const host = acquireVsCodeApi();
const main = document.querySelector('main')!;
/** What stands on the page, by the id of its section (or `head`), as it was drawn. */
const drawn = new Map<string, { readonly source: string; readonly node: Element }>();
const documents = new Map<string, ReportDocument>();
let corpus: Extract<ToPage, { kind: 'corpus' }> = { kind: 'corpus', name: '', order: [], names: [] };
let start: Extract<ToPage, { kind: 'start' }> | undefined;
let isDrawing = false;

addStyle(css);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => take(data));
new ResizeObserver(drawSoon).observe(main);
host.postMessage({ kind: 'ready' });

function take(message: ToPage): void {
  switch (message.kind) {
    case 'start':
      l10n.config({ contents: message.texts });
      start = message;
      break;
    case 'documents':
      for (const document of message.changed) documents.set(document.uri, document);
      for (const uri of message.removed) documents.delete(uri);
      break;
    case 'corpus':
      corpus = message;
      break;
    case 'save':
      save(message.format);
      return;
  }
  drawSoon();
}

function subject(): ReportSubject {
  const { name, order, names, filter } = corpus;
  return {
    name,
    documents: order.flatMap(uri => documents.get(uri) ?? []),
    names: new Map(names),
    ...(filter === undefined ? {} : { filter }),
  };
}

function save(format: ReportFormat): void {
  if (start)
    host.postMessage({ kind: 'save', format, content: saveReport(subject(), format, start.language, start.day) });
}

/** Draws what is new, once for a burst of news. */
function drawSoon(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    if (start && corpus.name !== '') draw(start.language);
  });
}

function draw(language: string): void {
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const width = Math.max(300, main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
  const report = drawReport(subject(), { width, language });
  place('head', reportHead(report), head => head.append(actions()));
  for (const section of report.sections)
    place(section.id, reportSection(section), node => {
      const svg = node.querySelector('svg');
      if (svg) makeOperable(svg, section.marks, section.title);
    });
}

/** Puts a piece where it belongs, unless it reads as it did. An open table stays open, and the focus where it was. */
function place(id: string, piece: PageElement, complete: (node: Element) => void): void {
  const source = JSON.stringify(piece);
  const before = drawn.get(id);
  if (before?.source === source) return;
  const node = toDom(piece);
  complete(node);
  drawn.set(id, { source, node });
  if (!before) {
    main.append(node);
    return;
  }
  const focus = before.node.contains(document.activeElement) ? pathOf(document.activeElement!) : undefined;
  if (before.node.querySelector('details')?.open) node.querySelector('details')?.setAttribute('open', '');
  before.node.replaceWith(node);
  if (focus) node.querySelector<SVGElement | HTMLElement>(focus)?.focus();
}

/** A selector that finds the same element again after it was drawn anew. */
function pathOf(focused: Element): string {
  const mark = focused.getAttribute('data-mark');
  return mark === null
    ? focused.tagName.toLowerCase() + (focused.id ? `#${CSS.escape(focused.id)}` : '')
    : `[data-mark="${CSS.escape(mark)}"]`;
}

const BUTTONS: readonly (readonly [ReportFormat, () => string])[] = [
  ['html', () => l10n.t('Save as HTML…')],
  ['markdown', () => l10n.t('Save as Markdown…')],
];

function actions(): Element {
  const bar = toDom(
    element(
      'div',
      { class: 'actions' },
      ...BUTTONS.map(([format, text]) => element('button', { type: 'button', id: `save-${format}` }, text())),
    ),
  );
  for (const [format] of BUTTONS) bar.querySelector(`#save-${format}`)!.addEventListener('click', () => save(format));
  return bar;
}

/**
 * Makes a chart's marks buttons: pointed at and clicked, or reached by Tab (one stop for a chart), walked through with the arrows and
 * chosen with Enter or Space.
 */
function makeOperable(svg: SVGElement, marks: ReadonlyMap<string, Mark>, title: string): void {
  const nodes = [...svg.querySelectorAll<SVGElement>('[data-mark]')];
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', l10n.t('{0}. Arrow keys go from mark to mark, Enter shows its passages.', title));
  for (const [at, node] of nodes.entries()) {
    node.setAttribute('role', 'button');
    node.setAttribute('tabindex', at === 0 ? '0' : '-1');
    node.setAttribute('aria-label', marks.get(node.dataset.mark!)?.title ?? '');
  }
  const choose = (node: Element | null): void => {
    const mark = node && marks.get(node.getAttribute('data-mark')!);
    if (mark) host.postMessage({ kind: 'open', title: mark.title, passages: mark.passages });
  };
  const focus = (node: SVGElement | undefined): void => {
    if (!node) return;
    for (const other of nodes) other.setAttribute('tabindex', other === node ? '0' : '-1');
    node.focus();
  };
  svg.addEventListener('click', event => choose((event.target as Element).closest('[data-mark]')));
  svg.addEventListener('keydown', event => {
    const at = nodes.indexOf((event.target as Element).closest<SVGElement>('[data-mark]')!);
    if (at < 0) return;
    const next = stepOf(event.key, at, nodes.length);
    if (next !== undefined) focus(nodes[next]);
    else if (event.key === 'Enter' || event.key === ' ') choose(nodes[at]!);
    else return;
    event.preventDefault();
  });
}

function stepOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function toDom(piece: PageElement): Element {
  const append = (parent: Element, node: PageNode): void => {
    if (typeof node === 'string') {
      parent.append(node);
      return;
    }
    const child = create(node, parent.namespaceURI === SVG);
    parent.append(child);
    for (const inner of node.children) append(child, inner);
  };
  const root = create(piece, false);
  for (const inner of piece.children) append(root, inner);
  return root;
}

function create({ name, attributes }: PageElement, isInSvg: boolean): Element {
  const created = isInSvg || name === 'svg' ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  return created;
}

/** The page's policy takes only what bears its nonce. */
function addStyle(text: string): void {
  const style = document.createElement('style');
  style.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')!.nonce;
  style.textContent = text;
  document.head.append(style);
}
