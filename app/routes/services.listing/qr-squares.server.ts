import QRCode from 'qrcode';
import type {QrSquares} from '../../components/listing/qr-code.tsx';

/** A QR code as one drawing: a stroke for each run of dark squares. Level M is still read from a creased page. */
export function qrSquares(address: string): QrSquares {
  const {modules} = QRCode.create(address, {errorCorrectionLevel: 'M'});
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      path += `M${start} ${row}h${column - start + 1}v1h-${column - start + 1}z`;
    }
  }
  return {size: modules.size, path};
}
