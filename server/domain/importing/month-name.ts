/**
 * Month names and abbreviations as exports write them, January to December: English, Spanish, German, French,
 * Portuguese, Italian, Dutch, Polish, Swedish or Danish, Russian. Compared without case, accents and dots.
 */
const LISTS = [
  'jan january,feb february,mar march,apr april,may,jun june,jul july,aug august,sep sept september,oct october,nov november,dec december',
  'ene enero,feb febrero,mar marzo,abr abril,may mayo,jun junio,jul julio,ago agosto,sep sept set septiembre setiembre,oct octubre,nov noviembre,dic diciembre',
  'jan januar janner,feb februar feber,mar marz mrz maerz,apr april,mai,jun juni,jul juli,aug august,sep sept september,okt oktober,nov november,dez dezember',
  'janv janvier,fevr fev fevrier,mars,avr avril,mai,juin,juil juillet,aout,sept septembre,oct octobre,nov novembre,dec decembre',
  'jan janeiro,fev fevereiro,mar marco,abr abril,mai maio,jun junho,jul julho,ago agosto,set setembro,out outubro,nov novembro,dez dezembro',
  'gen gennaio,feb febbraio,mar marzo,apr aprile,mag maggio,giu giugno,lug luglio,ago agosto,set sett settembre,ott ottobre,nov novembre,dic dicembre',
  'jan januari,feb februari,mrt maart,apr april,mei,jun juni,jul juli,aug augustus,sep september,okt oktober,nov november,dec december',
  'sty stycznia styczen,lut lutego luty,mar marca marzec,kwi kwietnia kwiecien,maj maja,cze czerwca czerwiec,lip lipca lipiec,sie sierpnia sierpien,wrz wrzesnia wrzesien,paz pazdziernika pazdziernik,lis listopada listopad,gru grudnia grudzien',
  'jan januari januar,feb februari februar,mar mars marts,apr april,maj,jun juni,jul juli,aug augusti august,sep september,okt oktober,nov november,dec december',
  'янв января январь,фев февр февраля февраль,мар марта март,апр апреля апрель,мая май,июн июня июнь,июл июля июль,авг августа август,сен сент сентября сентябрь,окт октября октябрь,ноя нояб ноября ноябрь,дек декабря декабрь',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  LISTS.flatMap((list) =>
    list
      .split(',')
      .flatMap((names, index) => names.split(' ').map((name): [string, number] => [bare(name), index + 1])),
  ),
);

function bare(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/ł/g, 'l')
    .toLowerCase();
}

/** 1 to 12 for a month written in any listed language, else null. */
export function monthNumber(word: string): number | null {
  return MONTHS.get(bare(word)) ?? null;
}
