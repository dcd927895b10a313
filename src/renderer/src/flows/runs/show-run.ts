import type { RunSummary } from '@shared/run/run'
import { chooseFlow } from '../../state/chosen-flow'
import { openRun } from '../../state/open-run-store'
import { useView } from '../../state/view-store'
import { focusWhenThere } from '../../ui/focus-when-there'

/** Shows a run with its steps in the flows' view, and takes the keyboard there. */
export function showRun(run: Pick<RunSummary, 'id' | 'flowId'>): void {
  chooseFlow(run.flowId)
  openRun(run)
  useView.getState().show('flows')
  focusWhenThere('[data-place="run"]')
}
