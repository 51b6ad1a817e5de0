import {Button, Select, TextInput} from 'nhsuk-react-components';
import {partnerKinds, type PartnerKind} from '../../domain/administration/partner-kinds.ts';
import {Submission} from '../staff/submission.tsx';

interface PartnerFieldsProps {
  submission: string;
  name: string;
  kind: PartnerKind | '';
  /** Of an organisation that stands already. */
  version?: number;
  problems: {name?: string; kind?: string};
  button: string;
}

/** The form for a new organisation, and for one that is to be changed. */
export function PartnerFields({submission, name, kind, version, problems, button}: PartnerFieldsProps) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      {version !== undefined && <input type="hidden" name="version" value={version} autoComplete="off" />}
      <TextInput
        id="name"
        name="name"
        label="Name of the organisation"
        defaultValue={name}
        error={problems.name}
        autoComplete="off"
      />
      <Select id="kind" name="kind" label="What it is" defaultValue={kind} error={problems.kind}>
        {kind === '' && <Select.Option value="">Choose</Select.Option>}
        {(Object.keys(partnerKinds) as PartnerKind[]).map((one) => (
          <Select.Option key={one} value={one}>
            {partnerKinds[one]}
          </Select.Option>
        ))}
      </Select>
      <Button type="submit" name="act" value="save">
        {button}
      </Button>
    </form>
  );
}
