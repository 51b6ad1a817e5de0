/** Counties as people add them to a name, normalised: 'Sandhurst, Kent' is not the Sandhurst of another county. */
const COUNTIES = new Set(
  (
    'bedfordshire,berkshire,buckinghamshire,cambridgeshire,cheshire,cornwall,cumbria,derbyshire,devon,dorset,durham,county durham,' +
    'east sussex,essex,gloucestershire,greater manchester,hampshire,herefordshire,hertfordshire,huntingdonshire,isle of wight,kent,' +
    'lancashire,leicestershire,lincolnshire,merseyside,middlesex,norfolk,north yorkshire,northamptonshire,northumberland,' +
    'nottinghamshire,oxfordshire,rutland,shropshire,somerset,south yorkshire,staffordshire,suffolk,surrey,sussex,tyne and wear,' +
    'warwickshire,west midlands,west sussex,west yorkshire,wiltshire,worcestershire,yorkshire,wales,scotland,northern ireland'
  ).split(','),
);

export const isCounty = (words: string): boolean => COUNTIES.has(words);
