/** Beside a listing as it will be printed. */
export const printWords = {
  print: 'Print',
  howToPrint: 'To print, choose Print in your browser’s menu.',
  standard: 'Standard print',
  large: 'Large print',
  back: 'Back to the page',
  size: 'Size of the letters',
};
