import type { LanguageClientOptions } from 'vscode-languageclient';
import { ownCommands } from './commands.ts';
import { confirmChanges } from './confirmation.ts';
import { failureHandler } from './failures.ts';

export const clientId = 'gouji';
export const clientName = '勾稽';

/** Drafts are ordinary Markdown files, wherever they are. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }],
  diagnosticCollectionName: 'gouji',
  diagnosticPullOptions: { onChange: true, onSave: true },
  errorHandler: failureHandler(),
  middleware: { workspace: { handleApplyEdit: confirmChanges } },
  initializationOptions: {
    commands: ownCommands,
    staticSnippets: true,
    readsFiles: true,
    showsPages: true,
    confirmsChanges: true,
  },
};
