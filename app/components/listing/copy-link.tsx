import {useState} from 'react';

interface CopyLinkProps {
  address: string;
  label: string;
  copied: string;
  notCopied: string;
}

/** Copies an address. Shown only where scripts run, since nothing else can do it. */
export function CopyLink({address, label, copied, notCopied}: CopyLinkProps) {
  const [outcome, setOutcome] = useState('');
  const copy = () => {
    setOutcome('');
    navigator.clipboard.writeText(address).then(
      () => setOutcome(copied),
      () => setOutcome(notCopied),
    );
  };
  return (
    <div className="copy-link with-scripts">
      <button className="text-button" type="button" onClick={copy}>
        {label}
      </button>
      <p className="copy-link__outcome" role="status">
        {outcome}
      </p>
    </div>
  );
}
