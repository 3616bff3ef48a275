namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// The names of months in the languages of most of the world's news, as dates have them (in the case that they take in
/// one), with their usual abbreviations: lower case, without full stops, separated by commas. Calendars other than the
/// Gregorian are not in it: a date in one is none.
/// </summary>
internal static class MonthTable
{
    /// <summary>Gets the rows: twelve months each, between bars.</summary>
    public static IReadOnlyList<(string Language, string Months)> Rows { get; } =
    [
        ("ar", "يناير,كانون الثاني,جانفي|فبراير,شباط,فيفري|مارس,آذار|أبريل,ابريل,إبريل,نيسان,أفريل|مايو,أيار,ماي|يونيو,حزيران,جوان|يوليو,تموز,جويلية|أغسطس,اغسطس,آب,أوت|سبتمبر,أيلول|أكتوبر,اكتوبر,تشرين الأول|نوفمبر,تشرين الثاني|ديسمبر,كانون الأول"),
        ("bn", "জানুয়ারি,জানুয়ারী|ফেব্রুয়ারি,ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর"),
        ("cs", "ledna,leden|února,únor|března,březen|dubna,duben|května,květen|června,červen|července,červenec|srpna,srpen|září|října,říjen|listopadu|prosince,prosinec"),
        ("da", "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"),
        ("de", "januar,jänner,jan|februar,feber,feb|märz,mär,mrz|april,apr|mai|juni,jun|juli,jul|august,aug|september,sept,sep|oktober,okt|november,nov|dezember,dez"),
        ("el", "ιανουαρίου,ιανουάριος,ιαν|φεβρουαρίου,φεβρουάριος,φεβ|μαρτίου,μάρτιος,μαρ|απριλίου,απρίλιος,απρ|μαΐου,μάιος,μαΐ|ιουνίου,ιούνιος,ιουν|ιουλίου,ιούλιος,ιουλ|αυγούστου,αύγουστος,αυγ|σεπτεμβρίου,σεπτέμβριος,σεπ|οκτωβρίου,οκτώβριος,οκτ|νοεμβρίου,νοέμβριος,νοε|δεκεμβρίου,δεκέμβριος,δεκ"),
        ("en", "january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|november,nov|december,dec"),
        ("es", "enero,ene|febrero,feb|marzo,mar|abril,abr|mayo|junio,jun|julio,jul|agosto,ago|septiembre,setiembre,sept,sep,set|octubre,oct|noviembre,nov|diciembre,dic"),
        ("fa", "ژانویه|فوریه|مارس|آوریل|مه,می|ژوئن|ژوئیه,جولای|اوت,آگوست|سپتامبر|اکتبر|نوامبر|دسامبر"),
        ("fi", "tammikuuta,tammikuu|helmikuuta,helmikuu|maaliskuuta,maaliskuu|huhtikuuta,huhtikuu|toukokuuta,toukokuu|kesäkuuta,kesäkuu|heinäkuuta,heinäkuu|elokuuta,elokuu|syyskuuta,syyskuu|lokakuuta,lokakuu|marraskuuta,marraskuu|joulukuuta,joulukuu"),
        ("fr", "janvier,janv|février,févr,fév|mars|avril,avr|mai|juin|juillet,juil|août|septembre,sept|octobre,oct|novembre,nov|décembre,déc"),
        ("he", "בינואר,ינואר|בפברואר,פברואר|במרץ,מרץ,במרס,מרס|באפריל,אפריל|במאי,מאי|ביוני,יוני|ביולי,יולי|באוגוסט,אוגוסט|בספטמבר,ספטמבר|באוקטובר,אוקטובר|בנובמבר,נובמבר|בדצמבר,דצמבר"),
        ("hi", "जनवरी|फरवरी,फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर,सितम्बर|अक्टूबर,अक्तूबर|नवंबर,नवम्बर|दिसंबर,दिसम्बर"),
        ("hu", "január,jan|február,febr|március,márc|április,ápr|május,máj|június,jún|július,júl|augusztus,aug|szeptember,szept|október,okt|november,nov|december,dec"),
        ("id", "januari,jan|februari,feb|maret,mar|april,apr|mei|juni,jun|juli,jul|agustus,agu|september,sep|oktober,okt|november,nov|desember,des"),
        ("it", "gennaio,gen|febbraio,feb|marzo,mar|aprile,apr|maggio,mag|giugno,giu|luglio,lug|agosto,ago|settembre,set|ottobre,ott|novembre,nov|dicembre,dic"),
        ("nb", "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember,des"),
        ("nl", "januari|februari|maart,mrt|april|mei|juni|juli|augustus|september|oktober|november|december"),
        ("pl", "stycznia,styczeń|lutego,luty|marca,marzec|kwietnia,kwiecień|maja,maj|czerwca,czerwiec|lipca,lipiec|sierpnia,sierpień|września,wrzesień|października,październik|listopada,listopad|grudnia,grudzień"),
        ("pt", "janeiro,jan|fevereiro,fev|março,mar|abril,abr|maio,mai|junho,jun|julho,jul|agosto,ago|setembro,set|outubro,out|novembro,nov|dezembro,dez"),
        ("ro", "ianuarie,ian|februarie,feb|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie"),
        ("ru", "января,январь,янв|февраля,февраль,фев|марта,март|апреля,апрель,апр|мая,май|июня,июнь|июля,июль|августа,август,авг|сентября,сентябрь,сен|октября,октябрь,окт|ноября,ноябрь,ноя|декабря,декабрь,дек"),
        ("sv", "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober,okt|november|december"),
        ("th", "มกราคม,ม.ค|กุมภาพันธ์,ก.พ|มีนาคม,มี.ค|เมษายน,เม.ย|พฤษภาคม,พ.ค|มิถุนายน,มิ.ย|กรกฎาคม,ก.ค|สิงหาคม,ส.ค|กันยายน,ก.ย|ตุลาคม,ต.ค|พฤศจิกายน,พ.ย|ธันวาคม,ธ.ค"),
        ("tr", "ocak,oca|şubat,şub|mart|nisan,nis|mayıs,may|haziran,haz|temmuz,tem|ağustos,ağu|eylül,eyl|ekim,eki|kasım,kas|aralık,ara"),
        ("uk", "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"),
        ("ur", "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر"),
        ("vi", "tháng 1,tháng một,tháng 01|tháng 2,tháng hai,tháng 02|tháng 3,tháng ba,tháng 03|tháng 4,tháng tư,tháng 04|tháng 5,tháng năm,tháng 05|tháng 6,tháng sáu,tháng 06|tháng 7,tháng bảy,tháng 07|tháng 8,tháng tám,tháng 08|tháng 9,tháng chín,tháng 09|tháng 10,tháng mười|tháng 11,tháng mười một|tháng 12,tháng mười hai"),
    ];
}
