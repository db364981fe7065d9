import { afterEach, describe, expect, it } from 'vitest';
import { ErrorCodes, InitializeRequest, ShutdownRequest } from 'vscode-languageserver/node';
import { pulling, type Session, session } from './session.ts';

let open: Session | undefined;
afterEach(() => open?.end());

const refused = (code: number) => expect.objectContaining({ code });

describe('the life cycle', () => {
  it('refuses requests before initialize and drops notifications', async () => {
    open = await session();
    await open.open('file:///a.md', '# x');
    await expect(open.client.sendRequest('textDocument/hover', {})).rejects.toEqual(
      refused(ErrorCodes.ServerNotInitialized),
    );
  });

  it('refuses a second initialize', async () => {
    open = await session(pulling);
    const again = open.client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    await expect(again).rejects.toEqual(refused(ErrorCodes.InvalidRequest));
  });

  it('refuses everything after shutdown', async () => {
    open = await session(pulling);
    await open.client.sendRequest(ShutdownRequest.type);
    await expect(open.client.sendRequest('textDocument/hover', {})).rejects.toEqual(
      refused(ErrorCodes.InvalidRequest),
    );
    await expect(open.client.sendRequest(ShutdownRequest.type)).rejects.toEqual(
      refused(ErrorCodes.InvalidRequest),
    );
  });

  it('answers an unknown request with an error and lives on', async () => {
    open = await session(pulling);
    await expect(open.client.sendRequest('no/such/thing', {})).rejects.toEqual(
      refused(ErrorCodes.MethodNotFound),
    );
    expect(await open.client.sendRequest('gouji/document', { path: '/rules/sum-mismatch.md' })).toContain(
      '# 总计不等于各项之和',
    );
  });
});
