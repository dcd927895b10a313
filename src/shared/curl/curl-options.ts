/**
 * The options of curl 8, so that a value is never taken for a URL. Source: `curl --help all` and the manual page.
 * Options that only say what to do with the answer are quiet: leaving them out changes nothing in the request.
 */
export type CurlOption = {
  readonly name: string
  readonly takesValue: boolean
}

/** Written as `short name` pairs; `-` where there is no short form. */
const withValue = `
X request,H header,d data,- data-ascii,- data-binary,- data-raw,- data-urlencode,- json,F form,- form-string,u user,
A user-agent,e referer,b cookie,x proxy,U proxy-user,E cert,- key,- pass,- cert-type,- key-type,m max-time,- max-redirs,
T upload-file,r range,- url,- url-query,- oauth2-bearer,- connect-timeout,- cacert,- capath,- ciphers,- config,
c cookie-jar,- create-file-mode,- crlfile,- curves,- delegation,- dns-interface,- dns-ipv4-addr,- dns-ipv6-addr,
- dns-servers,- doh-url,D dump-header,- egd-file,- engine,- etag-compare,- etag-save,- expect100-timeout,- ftp-account,
- ftp-alternative-to-user,- ftp-method,P ftp-port,- ftp-ssl-ccc-mode,- happy-eyeballs-timeout-ms,- haproxy-clientip,
h help,- hostpubmd5,- hostpubsha256,- hsts,- interface,- ip-tos,- ipfs-gateway,- keepalive-time,- keepalive-cnt,- krb,
- libcurl,- limit-rate,- local-port,- login-options,- mail-auth,- mail-from,- mail-rcpt,- max-filesize,- netrc-file,
- noproxy,o output,- output-dir,- parallel-max,- pinnedpubkey,- preproxy,- proto,- proto-default,- proto-redir,
- proxy-cacert,- proxy-capath,- proxy-cert,- proxy-cert-type,- proxy-ciphers,- proxy-crlfile,- proxy-header,- proxy-key,
- proxy-key-type,- proxy-pass,- proxy-pinnedpubkey,- proxy-service-name,- proxy-tls13-ciphers,- proxy-tlsauthtype,
- proxy-tlspassword,- proxy-tlsuser,- proxy1.0,- pubkey,Q quote,- random-file,- rate,- request-target,- resolve,- retry,
- retry-delay,- retry-max-time,- sasl-authzid,- service-name,- socks4,- socks4a,- socks5,- socks5-gssapi-service,
- socks5-hostname,Y speed-limit,y speed-time,- stderr,t telnet-option,- tftp-blksize,z time-cond,- tls-max,
- tls13-ciphers,- tlsauthtype,- tlspassword,- tlsuser,- trace,- trace-ascii,- trace-config,- unix-socket,
- abstract-unix-socket,- alt-svc,- aws-sigv4,- connect-to,C continue-at,K config,- variable,- vlan-priority,w write-out`

const withoutValue = `
G get,I head,k insecure,L location,- location-trusted,: next,- digest,- ntlm,- ntlm-wb,- negotiate,- anyauth,- basic,
- compressed,s silent,S show-error,f fail,- fail-with-body,- fail-early,i include,v verbose,O remote-name,
- remote-name-all,J remote-header-name,N no-buffer,# progress-bar,- no-progress-meter,g globoff,q disable,0 http1.0,
- http1.1,- http2,- http2-prior-knowledge,- http3,- http3-only,- http0.9,1 tlsv1,- tlsv1.0,- tlsv1.1,- tlsv1.2,
- tlsv1.3,2 sslv2,3 sslv3,4 ipv4,6 ipv6,- path-as-is,- tcp-nodelay,- tcp-fastopen,- no-keepalive,- no-sessionid,
- no-alpn,- no-npn,- create-dirs,- no-clobber,- styled-output,- raw,- tr-encoding,- crlf,- form-escape,- post301,
- post302,- post303,a append,B use-ascii,l list-only,M manual,n netrc,- netrc-optional,p proxytunnel,- proxy-anyauth,
- proxy-basic,- proxy-digest,- proxy-insecure,- proxy-negotiate,- proxy-ntlm,R remote-time,- remove-on-error,
- retry-all-errors,- retry-connrefused,- sasl-ir,- ssl,- ssl-reqd,- ssl-allow-beast,- ssl-auto-client-cert,
- ssl-no-revoke,- ssl-revoke-best-effort,- suppress-connect-headers,- tftp-no-options,- trace-time,- trace-ids,
- xattr,Z parallel,- parallel-immediate,V version,j junk-session-cookies,- ca-native,- cert-status,- doh-insecure,
- doh-cert-status,- disallow-username-in-url,- disable-eprt,- disable-epsv,- false-start,- ignore-content-length,
- haproxy-protocol,- metalink,- proxy-tlsv1,- proxy-ssl-allow-beast,- proxy-ssl-auto-client-cert,- compressed-ssh,
- socks5-basic,- socks5-gssapi,- socks5-gssapi-nec,- ftp-create-dirs,- ftp-pasv,- ftp-pret,- ftp-skip-pasv-ip,
- ftp-ssl-ccc,- ftp-ssl-control,- mail-rcpt-allowfails`

/** What leaves the request as it is: output, progress, the version of HTTP. */
const quiet = new Set(
  `compressed,silent,show-error,fail,fail-with-body,fail-early,include,verbose,remote-name,remote-name-all,
remote-header-name,no-buffer,progress-bar,no-progress-meter,globoff,disable,http1.0,http1.1,http2,
http2-prior-knowledge,output,output-dir,write-out,dump-header,cookie-jar,trace,trace-ascii,trace-time,stderr,
create-dirs,no-clobber,styled-output,basic,cert-type,key-type,no-keepalive,tcp-nodelay,remote-time,
ssl-no-revoke,parallel,no-alpn,no-npn,path-as-is`
    .split(',')
    .map((name) => name.trim()),
)

const byName = new Map<string, CurlOption>()
const byLetter = new Map<string, CurlOption>()
for (const [list, takesValue] of [
  [withValue, true],
  [withoutValue, false],
] as const) {
  for (const entry of list.split(',')) {
    const [letter = '', name = ''] = entry.trim().split(' ')
    const option: CurlOption = { name, takesValue }
    byName.set(name, option)
    if (letter !== '-') byLetter.set(letter, option)
  }
}

/** An option by its letter, after one dash. */
export function optionOfLetter(letter: string): CurlOption | undefined {
  return byLetter.get(letter)
}

/** An option by its name, after two dashes. curl takes any beginning that only one option has. */
export function optionOfName(name: string): CurlOption | undefined {
  const known = byName.get(name)
  if (known) return known
  const beginning = [...byName.values()].filter((option) => name.length > 1 && option.name.startsWith(name))
  return beginning.length === 1 ? beginning[0] : undefined
}

export function isQuietOption(name: string): boolean {
  return quiet.has(name)
}
