describe('the workbench', () => {
  it('is opened', () => undefined);
});
