import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../state/bridge'
import { forgetJob, type Job, useJobs } from '../state/jobs-store'
import { closeToast, showErrorToast, showToast, updateToast } from '../state/toast-store'
import { revealFile } from './actions'

/** One toast for each job: a bar with Cancel while it runs, then what became of it. */
export function JobToasts() {
  const jobs = useJobs((state) => state.jobs)
  return Object.values(jobs).map((job) => <JobToast key={job.id} job={job} />)
}

function JobToast({ job }: { readonly job: Job }) {
  const { t } = useTranslation('frame')
  const { id, title, done, total, outcome, fileToken } = job
  const running = outcome === null

  // Work of less than 300 ms shows no progress at all.
  useEffect(() => {
    if (!running) return
    let toastId: string | null = null
    const cancel = () => {
      callEngine('job.cancel', { jobId: id }).catch((error: unknown) => showErrorToast(t('job.cancelFailed'), error))
    }
    const timer = setTimeout(() => {
      const { done: doneNow = 0, total: totalNow = 0 } = useJobs.getState().jobs[id] ?? {}
      toastId = showToast({
        intent: 'info',
        title,
        lastsMs: null,
        progress: { done: doneNow, total: totalNow },
        action: { label: t('job.cancel'), run: cancel },
      })
      toastIds.set(id, toastId)
    }, 300)
    return () => {
      clearTimeout(timer)
      toastIds.delete(id)
      if (toastId) closeToast(toastId)
    }
  }, [running, id, title, t])

  useEffect(() => {
    const toastId = toastIds.get(id)
    if (!toastId || !running) return
    updateToast(toastId, { body: t('job.progress', { done, total }), progress: { done, total } })
  }, [done, total, running, id, t])

  useEffect(() => {
    if (!outcome) return
    forgetJob(id)
    if (outcome.state === 'failed') showErrorToast(t('job.failed', { title }), outcome.error)
    else if (outcome.state === 'cancelled') showToast({ intent: 'info', title: t('job.cancelled', { title }) })
    else
      showToast({
        // Work that writes no file sends leads: some of them may have been refused.
        intent: fileToken || outcome.count === total ? 'success' : 'warning',
        title: t('job.succeeded', { title }),
        body: fileToken ? t('job.count', { count: outcome.count }) : t('job.accepted', { count: outcome.count, total }),
        lastsMs: 8000,
        action: fileToken ? { label: t('job.showFolder'), run: () => void revealFile(fileToken) } : undefined,
      })
  }, [outcome, id, title, total, fileToken, t])
  return null
}

const toastIds = new Map<string, string>()
