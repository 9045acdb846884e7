import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private authority and what it signed, as PEM. */
export interface Certificates {
  readonly caFile: string;
  readonly key: string;
  /** For localhost and 127.0.0.1, good for a day. */
  readonly cert: string;
  /** Signed by nobody but itself. */
  readonly selfSigned: string;
  /** By the authority, for elsewhere.example alone. */
  readonly otherName: string;
  /** By the authority, over long ago. */
  readonly expired: string;
}

/** Makes them with openssl. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'signage-certificates-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const newKey = (name: string) => openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', name);
  newKey('ca.key');
  openssl('req', '-x509', '-new', '-key', 'ca.key', '-days', '2', '-subj', '/CN=City Hall CA', '-out', 'ca.pem');
  newKey('server.key');
  const names = { cert: 'DNS:localhost,IP:127.0.0.1', otherName: 'DNS:elsewhere.example', expired: 'DNS:localhost,IP:127.0.0.1' };
  for (const [name, subjects] of Object.entries(names)) {
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${subjects}\n`);
    openssl('req', '-new', '-key', 'server.key', '-subj', `/CN=${name}`, '-out', `${name}.csr`);
    const days = name === 'expired' ? '-1' : '1';
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days, '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signing, '-out', `${name}.pem`);
  }
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  openssl('req', '-x509', '-new', '-key', 'server.key', '-days', '1', ...subject, '-out', 'self.pem');
  return {
    caFile: join(folder, 'ca.pem'),
    key: text('server.key'),
    cert: text('cert.pem'),
    selfSigned: text('self.pem'),
    otherName: text('otherName.pem'),
    expired: text('expired.pem'),
  };
}
