import assert from 'node:assert/strict';
import { Tutor } from './tutor';
import { Workbench } from './workbench';

describe('the program that is to be debugged', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({});
    tutor = await Tutor.open(workbench);
    await tutor.goTo('Debug the program');
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  it('shows how it ends and names no mistake', async () => {
    await tutor.check(/Error in line/);
    const results = tutor.region('Results');
    await results.getByText(/mistakes have names/).waitFor();
    assert.equal(await results.getByText(/wrong direction/).count(), 0);
    assert.equal(await results.getByText(/is built from A1/).count(), 0);
  });

  it('names them when it is asked', async () => {
    await tutor.button('Tell me what it is').click();
    await tutor
      .region('Results')
      .getByText(/is built from A1|gives back nothing/)
      .first()
      .waitFor();
    assert.equal(await tutor.button('Tell me what it is').count(), 0);
  });
});
