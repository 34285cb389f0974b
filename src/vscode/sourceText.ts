import * as vscode from 'vscode';
import { type SourceTrace } from '../app/acrossSources';
import { type Agreement } from '../core/across/amount';
import { type CopyKind } from '../core/across/copies';
import { type FindingKind } from '../core/across/findings';
import { TRACE_KINDS, type Trace, type TraceKind, type WordChange } from '../core/across/traceQuote';
import { type TraceReason } from '../core/across/paraphrase';

/** "2 verbatim", "1 altered". */
export function traceCountText(kind: TraceKind, count: number): string {
  switch (kind) {
    case 'verbatim':
      return vscode.l10n.t('{0} verbatim', count);
    case 'trimmed':
      return vscode.l10n.t('{0} trimmed', count);
    case 'altered':
      return vscode.l10n.t('{0} altered', count);
    case 'paraphrase':
      return count === 1 ? vscode.l10n.t('1 paraphrase') : vscode.l10n.t('{0} paraphrases', count);
  }
}

/** "also in 3 documents: 2 verbatim, 1 altered"; undefined where it stands nowhere else. */
export function tracesText(traces: readonly SourceTrace[]): string | undefined {
  if (traces.length === 0) return undefined;
  const documents = new Set(traces.map(({ article }) => article.uri)).size;
  const kinds = TRACE_KINDS.flatMap(kind => {
    const count = traces.filter(({ trace }) => trace.kind === kind).length;
    return count ? [traceCountText(kind, count)] : [];
  }).join(', ');
  return documents === 1
    ? vscode.l10n.t('also in 1 document: {0}', kinds)
    : vscode.l10n.t('also in {0} documents: {1}', documents, kinds);
}

/** How a quote stands there, in a few words: "altered: “are ready” in place of “have been heard”". */
export function traceText(trace: Trace, here: string, there: string): string {
  switch (trace.kind) {
    case 'verbatim':
      return vscode.l10n.t('verbatim');
    case 'trimmed':
      if (!trace.withinSentence) return vscode.l10n.t('trimmed');
      return trace.longer === 'here'
        ? vscode.l10n.t('cut within the sentence there')
        : vscode.l10n.t('cut within the sentence here');
    case 'altered':
      return vscode.l10n.t('altered: {0}', trace.changes.map(change => changeText(change, here, there)).join('; '));
    case 'paraphrase':
      return vscode.l10n.t(
        'paraphrase, {0}% alike: {1}',
        Math.round(100 * trace.likeness),
        trace.reasons.map(reasonText).join('; '),
      );
  }
}

function changeText(change: WordChange, here: string, there: string): string {
  const before = here.slice(change.here.start, change.here.end);
  const after = there.slice(change.there.start, change.there.end);
  switch (change.kind) {
    case 'replaced':
      return vscode.l10n.t('“{0}” became “{1}”', before, after);
    case 'leftOut':
      return vscode.l10n.t('“{0}” is left out', before);
    case 'added':
      return vscode.l10n.t('“{0}” was added', after);
  }
}

function reasonText(reason: TraceReason): string {
  switch (reason.code) {
    case 'sameSpeaker':
      return vscode.l10n.t('same speaker, {0}', reason.name);
    case 'sharedWords':
      return vscode.l10n.t('same words, {0}', reason.words.join(', '));
    case 'sharedMeaning':
      return vscode.l10n.t(
        'words that mean the same, {0}',
        reason.words.map(([a, b]) => vscode.l10n.t('{0} and {1}', a, b)).join(', '),
      );
    case 'sharedNames':
      return vscode.l10n.t('same names, {0}', reason.names.join(', '));
    case 'sharedNumbers':
      return vscode.l10n.t('same numbers, {0}', reason.numbers.join(', '));
  }
}

/** "copy of “Seagrass at Risk” (97%)". */
export function relationText(kind: CopyKind, title: string, share: number): string {
  const percent = Math.round(100 * share);
  switch (kind) {
    case 'copy':
      return vscode.l10n.t('copy of “{0}” ({1}%)', title, percent);
    case 'abridged':
      return vscode.l10n.t('abridged from “{0}” ({1}%)', title, percent);
    case 'sharedText':
      return vscode.l10n.t('same agency text as “{0}” ({1}%)', title, percent);
  }
}

/** What a finding is about. */
export function findingText(kind: FindingKind): string {
  switch (kind) {
    case 'differs':
      return vscode.l10n.t('figures differ');
    case 'altered':
      return vscode.l10n.t('quote altered');
    case 'truncated':
      return vscode.l10n.t('quote cut short');
  }
}

/** Whether two figures can both be true. */
export function agreementText(agreement: Agreement): string {
  switch (agreement) {
    case 'same':
      return vscode.l10n.t('the same');
    case 'consistent':
      return vscode.l10n.t('can both be true');
    case 'differ':
      return vscode.l10n.t('differs');
  }
}
