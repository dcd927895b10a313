import { assertNever } from '@shared/assert-never'
import type { CodeLanguage } from '@shared/contract/composer-commands'
import type { PreparedRequest } from '../sender/prepared-request'
import { csharpCode } from './request-code-csharp'
import { curlCode } from './request-code-curl'
import { fetchCode } from './request-code-fetch'
import { powershellCode } from './request-code-powershell'
import { pythonCode } from './request-code-python'
import { maskRequest } from './request-code-secrets'

/**
 * A prepared request as code that sends the same: URL, headers in their order and the body to the byte. What is received
 * or imported can be in it, so every text is quoted for its language and nothing in it is ever run or filled in.
 * @param withSecrets false puts dots in place of signatures and of values named like credentials; what is a secret
 *   by its variable or its auth is left out by the caller, who knows them
 */
export async function requestCode(
  prepared: PreparedRequest,
  language: CodeLanguage,
  withSecrets: boolean,
): Promise<string> {
  const request = withSecrets ? prepared : maskRequest(prepared)
  switch (language) {
    case 'curl':
      return curlCode(request)
    case 'powershell':
      return powershellCode(request)
    case 'csharp':
      return csharpCode(request)
    case 'javascript-fetch':
      return fetchCode(request)
    case 'python-requests':
      return pythonCode(request)
    default:
      return assertNever(language)
  }
}
