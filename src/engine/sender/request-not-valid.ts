import { AppError } from '@shared/app-error'

/** A request that cannot go out as it is written. @param detail a whole sentence, for the user; without secrets */
export function requestNotValid(detail: string): AppError {
  return new AppError('request-not-valid', { detail })
}
