import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { type ProposedReliability } from '../../app/proposedReliability';
import { markedPassage } from '../../app/tagging';
import { type Judgement } from '../../core/annotation/model';
import { lackingFields } from '../../core/codebook/checkAgainstCodebook';
import { type Codebook } from '../../core/codebook/parseCodebook';
import { judgementAfter, type KeyMeaning, taggingKeys } from '../../core/codebook/taggingKeys';
import { ContextKey } from '../contextKey';
import { spanOfRange } from '../editor/positions';
import { credibilityLabels, fieldLabels, reliabilityLabels, stanceName } from '../labels';
import { appendPlain } from '../markdownText';
import { showStatus } from '../messages';
import { labelText } from '../messageText';
import { COMMANDS, CONTEXT_KEYS } from '../names';
import { showQuickPick } from '../quickPick';
import { type Command } from './command';
import { articleEditor } from './references';
import { mineIn, proposalFor, type TaggingParts } from './tagPassage';
import { annotationOf, type Judge, tagSelections } from './tagSelections';

/** The state in which letters and digits tag the highlight at the cursor instead of being typed. It is left with Escape. */
export class TaggingMode implements vscode.Disposable {
  readonly commands: readonly Command[];
  private readonly key = new ContextKey<boolean>(CONTEXT_KEYS.tagging);
  private readonly status = vscode.window.createStatusBarItem('pressmark.tagging', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private isOn = false;
  /** Keys come faster than files are written: each waits for the one before. */
  private pressed: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly parts: TaggingParts,
    private readonly store: AnnotationStore,
  ) {
    this.commands = [
      { id: COMMANDS.startTagging, run: () => this.turn(true) },
      { id: COMMANDS.stopTagging, run: () => this.turn(false) },
      { id: COMMANDS.taggingKey, run: argument => this.inTurn(() => this.press(argument)) },
      { id: COMMANDS.acceptProposal, run: () => this.inTurn(() => this.acceptProposal()) },
      { id: COMMANDS.repeatTag, run: () => this.inTurn(() => this.repeat()) },
      { id: COMMANDS.taggingKeys, run: () => this.showKeys() },
    ];
    this.status.name = vscode.l10n.t('Pressmark: tagging mode');
    this.subscriptions = [
      this.status,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      parts.analysis.onDidChange(() => this.show()),
      parts.codebooks.onDidChange(() => this.show()),
      vscode.window.onDidChangeTextEditorSelection(() => {
        if (this.isOn) this.show();
      }),
    ];
    this.turn(false);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private turn(isOn: boolean): void {
    this.isOn = isOn;
    this.key.set(isOn);
    this.show();
  }

  private show(): void {
    const { status, isOn } = this;
    const proposed = isOn ? this.proposed() : undefined;
    const offer = proposed && labelText(`${proposed.reliability}? ${proposed.source.name}`);
    const mode = isOn ? vscode.l10n.t('TAGGING') : vscode.l10n.t('Tag by keys');
    status.text = `$(tag) ${[mode, offer].filter(Boolean).join(' · ')}`;
    status.command = isOn ? COMMANDS.stopTagging : COMMANDS.startTagging;
    const state = isOn
      ? vscode.l10n.t('Tagging mode is on: letters and digits tag the highlight at the cursor. Escape leaves it.')
      : vscode.l10n.t('Tagging mode: tag highlights with single keys.');
    const proposal =
      proposed &&
      vscode.l10n.t(
        'The codebook proposes reliability {0} for {1}. Space takes it.',
        proposed.reliability,
        proposed.source.name,
      );
    const spoken = [state, proposal].filter(Boolean).join(' ');
    status.tooltip = isOn ? this.tooltip(spoken) : spoken;
    status.accessibilityInformation = { label: spoken, role: 'button' };
    if (articleEditor(this.parts.analysis)) status.show();
    else status.hide();
  }

  /** What the codebook proposes for the passage at the cursor, where that is not rated yet. */
  private proposed(): ProposedReliability | undefined {
    const article = articleEditor(this.parts.analysis);
    if (!article) return undefined;
    const { editor, record } = article;
    const isMine = mineIn(this.parts, record.uri);
    const chosen = markedPassage(record, spanOfRange(editor.document, editor.selection), isMine);
    const judged = chosen && (chosen.annotation ?? annotationOf(record, chosen.span, isMine));
    return chosen && judged?.reliability === undefined ? proposalFor(this.parts, record, chosen.span) : undefined;
  }

  private tooltip(spoken: string): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString();
    appendPlain(tooltip, spoken);
    for (const [key, meaning] of this.listedKeys()) {
      tooltip.appendMarkdown(`\n- **${key}** `);
      appendPlain(tooltip, meaningText(meaning, this.codebook));
    }
    return tooltip;
  }

  private keys(): ReadonlyMap<string, KeyMeaning> {
    return taggingKeys(this.codebook);
  }

  /** In the order in which a passage is judged. */
  private listedKeys(): readonly (readonly [string, KeyMeaning])[] {
    const place = ([, { field }]: readonly [string, KeyMeaning]): number => LISTED.indexOf(field);
    return [...this.keys()].sort((a, b) => place(a) - place(b));
  }

  /** That of the article in the active editor. */
  private get codebook(): Codebook | undefined {
    const document = vscode.window.activeTextEditor?.document.uri.toString();
    return document === undefined ? undefined : this.parts.codebooks.of(document);
  }

  private inTurn(work: () => Promise<unknown>): Promise<unknown> {
    this.pressed = this.pressed.then(work, work);
    return this.pressed;
  }

  private async press(argument: unknown): Promise<void> {
    const key = typeof argument === 'object' && argument !== null && 'key' in argument ? argument.key : undefined;
    const meaning = typeof key === 'string' ? this.keys().get(key) : undefined;
    if (!meaning) {
      showStatus(vscode.l10n.t('“{0}” tags nothing here. Shift+Enter shows the keys.', String(key)));
      return;
    }
    await this.tagAll(judgement =>
      judgementAfter(judgement, meaning, this.parts.last.judgement?.target ?? this.onlyTarget()),
    );
  }

  /** Rates the passages that are selected, or the one at the cursor, as the codebook proposes. */
  private async acceptProposal(): Promise<void> {
    const article = articleEditor(this.parts.analysis);
    if (!article) return;
    if (!this.proposed()) {
      const message = vscode.l10n.t('The codebook proposes no reliability here.');
      showStatus(message);
      return;
    }
    await this.tagAll((judgement, record, span) => {
      const proposed = judgement.reliability === undefined && proposalFor(this.parts, record, span);
      return proposed ? { ...judgement, reliability: proposed.reliability } : judgement;
    });
  }

  private async repeat(): Promise<void> {
    const last = this.parts.last.judgement;
    if (!last) {
      showStatus(vscode.l10n.t('Nothing was tagged yet.'));
      return;
    }
    await this.tagAll(judgement => ({ ...judgement, ...last }));
  }

  /** Where the codebook knows one target only, it is meant. */
  private onlyTarget(): string | undefined {
    const targets = this.codebook?.targets;
    return targets?.length === 1 ? targets[0]!.name : undefined;
  }

  /** Judges what each of the selections means: a tagged passage anew, a highlight or selected words for the first time. */
  private async tagAll(judge: Judge): Promise<void> {
    const article = articleEditor(this.parts.analysis);
    if (!article) return;
    const judgements = await tagSelections(this.parts, this.store, article, judge, { sentences: !this.isOn });
    for (const judgement of judgements) {
      this.parts.last.take(judgement);
      this.sayWhatIsLacking(judgement);
    }
    if (judgements.length === 0)
      showStatus(
        this.isOn
          ? vscode.l10n.t('There is no highlight at the cursor. Tab goes to the next one that is not tagged.')
          : vscode.l10n.t('There are no words to tag here.'),
      );
  }

  private sayWhatIsLacking(judgement: Judgement): void {
    const lacking = lackingFields(judgement, this.codebook ?? {});
    if (lacking.length === 0) return;
    const labels = fieldLabels();
    const message = vscode.l10n.t('The codebook still asks for: {0}', lacking.map(field => labels[field]).join(', '));
    showStatus(message);
  }

  private async showKeys(): Promise<void> {
    const items = this.listedKeys().map(([key, meaning]) => ({
      label: key,
      description: meaningText(meaning, this.codebook),
      key,
    }));
    const chosen = await showQuickPick(items, {
      matchOnDescription: true,
      title: vscode.l10n.t('Tagging Keys'),
      placeHolder: vscode.l10n.t('Enter presses the key for the passage at the cursor'),
    });
    if (chosen) await this.inTurn(() => this.press({ key: chosen.key }));
  }
}

const LISTED: readonly KeyMeaning['field'][] = ['stance', 'target', 'reliability', 'credibility', 'tag'];

/** What a key says, in words. */
function meaningText(meaning: KeyMeaning, codebook: Codebook | undefined): string {
  switch (meaning.field) {
    case 'stance':
      return vscode.l10n.t('Stance: {0}', stanceName(meaning.value));
    case 'target':
      return vscode.l10n.t('Target: {0}', meaning.value);
    case 'tag':
      return vscode.l10n.t('Tag “{0}”', meaning.value);
    case 'reliability':
      return vscode.l10n.t('Reliability {0}: {1}', meaning.value, reliabilityLabels()[meaning.value].label);
    case 'credibility':
      return vscode.l10n.t('Credibility {0}: {1}', meaning.value, credibilityLabels(codebook)[meaning.value].label);
  }
}
