import { COMMANDS } from '../names';
import { type DocumentsView } from '../views/documentsView';
import { type Command } from './command';

/** Groups the documents view by story, or by folder again. */
export const groupDocuments = (documents: DocumentsView): readonly Command[] => [
  { id: COMMANDS.groupByStory, run: () => documents.setGrouping('story') },
  { id: COMMANDS.groupByFolder, run: () => documents.setGrouping('folder') },
];
