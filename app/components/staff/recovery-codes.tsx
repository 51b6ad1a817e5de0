import {Button, WarningCallout} from 'nhsuk-react-components';
import {PrintButton} from '../listing/print-button.tsx';

/** The codes for a lost telephone, shown once. */
export function RecoveryCodes({codes, next, isNew = false}: {codes: string[]; next: string; isNew?: boolean}) {
  return (
    <div className="reading">
      <h1>{isNew ? 'Your code app works. Now keep these codes' : 'Your new recovery codes'}</h1>
      <WarningCallout>
        <WarningCallout.Heading headingLevel="h2">You see them only now</WarningCallout.Heading>
        <p>
          If you lose your telephone, one of these lets you in. Each works once. Print them or write them down, and keep
          them where you keep things that matter, not beside your computer.
        </p>
      </WarningCallout>
      <ul className="recovery-codes" role="list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="recovery-codes__ways">
        <PrintButton label="Print these codes" without="Use the print key of your browser." />
        <Button as="a" href={next}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
