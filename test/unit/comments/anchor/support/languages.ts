/** The beginnings, middles and ends of sentences. Any three of them make one. */
export interface Language {
  name: string;
  parts: [string[], string[], string[]];
  blank: string;
  stop: string;
}

/** Parts are divided by `|`. The second half of each row never stands in the same text. */
const language = (name: string, rows: [string, string, string], blank = ' ', stop = '.') => ({
  name,
  parts: rows.map((row) => row.split('|')) as Language['parts'],
  blank,
  stop,
});

export const LANGUAGES: Language[] = [
  language('English', [
    'The harbour office|Every second visitor|A small team from Bergen|Our oldest ferry|The night watch|One of the clerks|The new timetable|Nobody at the quay',
    'counts the tickets by hand|asks for a printed map|waits behind the yellow line|was painted blue and white|keeps its own list of names|has learned to trust the numbers|leaves room for heavy seas|remembers the winter of the long ice',
    'before the gates open|although it costs more|since the spring of last year|whenever the wind turns north|as the contract says|in spite of all good advice|long after closing time|with two spare keys in a drawer',
  ]),
  language('German', [
    'Die Hafenverwaltung|Jeder zweite Gast|Das kleine Team aus Kiel|Unsere älteste Fähre|Der Nachtwächter|Ein Schreiber im Erdgeschoss|Der neue Fahrplan|Niemand am Kai',
    'zählt die Fahrkarten von Hand|fragt nach einem gedruckten Stadtplan|wartet hinter der gelben Linie|wurde blau und weiß gestrichen|führt eine eigene Namensliste|hat den Zahlen vertrauen gelernt|lässt Platz für schwere See|erinnert sich an den Eiswinter',
    'bevor die Tore öffnen|obwohl es mehr kostet|seit dem vergangenen Frühjahr|sobald der Wind auf Nord dreht|wie im Vertrag vereinbart|trotz aller guten Ratschläge|lange nach Feierabend|mit zwei Ersatzschlüsseln in der Schublade',
  ]),
  language('French', [
    'Le bureau du port|Un visiteur sur deux|La petite équipe de Brest|Notre plus vieux bac|Le veilleur de nuit|L’un des commis|Le nouvel horaire|Personne sur le quai',
    'compte les billets à la main|demande un plan imprimé|attend derrière la ligne jaune|a été repeint en bleu et blanc|tient sa propre liste de noms|a appris à croire aux chiffres|garde une marge pour le gros temps|se souvient de l’hiver des glaces',
    'avant l’ouverture des grilles|bien que cela coûte plus cher|depuis le printemps dernier|dès que le vent tourne au nord|comme le prévoit le contrat|malgré tous les bons conseils|longtemps après la fermeture|avec deux clés de secours dans un tiroir',
  ]),
  language('Spanish', [
    'La oficina del puerto|Uno de cada dos visitantes|El pequeño equipo de Cádiz|Nuestro barco más antiguo|El vigilante nocturno|Una de las secretarias|El nuevo horario|Nadie en el muelle',
    'cuenta los billetes a mano|pide un plano impreso|espera detrás de la línea amarilla|se pintó de azul y blanco|lleva su propia lista de nombres|ha aprendido a fiarse de las cifras|deja margen para el mal tiempo|recuerda el invierno del hielo',
    'antes de que abran las puertas|aunque cueste más|desde la primavera pasada|cuando el viento gira al norte|según dice el contrato|a pesar de los buenos consejos|mucho después del cierre|con dos llaves de repuesto en un cajón',
  ]),
  language('Russian', [
    'Портовая контора|Каждый второй гость|Небольшая группа из Выборга|Наш самый старый паром|Ночной сторож|Один из писарей|Новое расписание|Никто на причале',
    'считает билеты вручную|просит напечатанную карту|ждёт за жёлтой чертой|недавно перекрашен в синий и белый цвет|ведёт собственный список имён|привык доверять цифрам|оставляет запас на случай шторма|помнит ледяную зиму',
    'до открытия ворот|хотя это стоит дороже|с прошлой весны|когда ветер меняется на северный|как записано в договоре|вопреки добрым советам|долго после закрытия|с двумя запасными ключами в ящике',
  ]),
  language('Arabic', [
    'مكتب الميناء|كل زائر ثانٍ|الفريق الصغير من طنجة|أقدم عبّارة لدينا|حارس الليل|أحد الكتبة|الجدول الجديد|لا أحد على الرصيف',
    'يعدّ التذاكر باليد|يطلب خريطة مطبوعة|ينتظر خلف الخط الأصفر|طُلي باللونين الأزرق والأبيض|يحتفظ بقائمة أسماء خاصة|تعلّم أن يثق بالأرقام|يترك مجالًا للبحر الهائج|يتذكر شتاء الجليد الطويل',
    'قبل فتح البوابات|رغم أنه يكلّف أكثر|منذ ربيع العام الماضي|كلما تحوّلت الريح شمالًا|كما ينص العقد|على الرغم من كل النصائح|بعد وقت الإغلاق بكثير|مع مفتاحين احتياطيين في الدرج',
  ]),
  language('Hebrew', [
    'משרד הנמל|כל אורח שני|הצוות הקטן מחיפה|המעבורת הישנה ביותר|שומר הלילה|אחד הפקידים|לוח הזמנים החדש|איש על הרציף',
    'סופר את הכרטיסים ביד|מבקש מפה מודפסת|ממתין מאחורי הקו הצהוב|נצבע בכחול ובלבן|מנהל רשימת שמות משלו|למד לסמוך על המספרים|משאיר מקום לים סוער|זוכר את חורף הקרח',
    'לפני שהשערים נפתחים|אף שזה עולה יותר|מאז האביב שעבר|כשהרוח פונה צפונה|כפי שכתוב בחוזה|למרות כל העצות הטובות|זמן רב אחרי הסגירה|עם שני מפתחות רזרביים במגירה',
  ]),
  language(
    'Hindi',
    [
      'बंदरगाह का दफ़्तर|हर दूसरा मेहमान|मुंबई की छोटी टोली|हमारी सबसे पुरानी नाव|रात का पहरेदार|एक पुराना मुंशी|नई समय सारणी|घाट पर कोई',
      'टिकट हाथ से गिनता है|छपा हुआ नक्शा माँगता है|पीली रेखा के पीछे रुकता है|नीले और सफ़ेद रंग में रँगा गया|नामों की अपनी सूची रखता है|आँकड़ों पर भरोसा करना सीख चुका है|ऊँची लहरों के लिए जगह छोड़ता है|बर्फ़ीली सर्दी याद करता है',
      'फाटक खुलने से पहले|चाहे दाम ज़्यादा हो|पिछले वसंत से|जब हवा उत्तर को मुड़ती है|जैसा अनुबंध में लिखा है|सारी सलाह के बावजूद|बंद होने के बहुत बाद|दराज़ में दो चाबियों के साथ',
    ],
    ' ',
    '।'
  ),
  language('Korean', [
    '항구 사무소는|손님 두 명 중 한 명은|부산에서 온 작은 팀은|가장 오래된 여객선은|야간 경비원은|서기 한 사람은|새 시간표는|부두의 누구도',
    '표를 손으로 세고|인쇄된 지도를 부탁하며|노란 선 뒤에서 기다리고|파란색과 흰색으로 칠해졌고|이름 목록을 따로 보관하며|숫자를 믿는 법을 배웠고|거친 바다에 대비하며|긴 얼음의 겨울을 기억하고',
    '문이 열리기 전에 끝난다|비용이 더 들어도 계속한다|지난봄부터 그렇게 한다|바람이 북쪽으로 바뀌면 멈춘다|계약서에 적힌 대로 한다|좋은 충고를 듣지 않는다|폐점 후에도 오래 남는다|서랍에 열쇠 두 개를 둔다',
  ]),
  language(
    'Japanese',
    [
      '港の事務所は|二人に一人の客は|神戸から来た小さな班は|いちばん古い渡し船は|夜の見張り番は|書記の一人は|新しい時刻表は|岸壁の誰もが',
      '切符を手で数え|印刷された地図を求め|黄色い線の後ろで待ち|青と白に塗り替えられ|独自の名簿を保管し|数字を信じることを覚え|荒れた海に余裕を残し|長い氷の冬を思い出し',
      '門が開く前に終わる|費用が増えても続ける|去年の春からそうしている|風が北に変わると止まる|契約に書かれた通りに進める|良い助言にもかかわらず急ぐ|閉店の後も長く残る|引き出しに予備の鍵を二つ置く',
    ],
    '',
    '。'
  ),
  language(
    'Chinese',
    [
      '港口办公室|每两位客人中的一位|来自厦门的小团队|我们最老的渡轮|夜班看守|其中一名文员|新的时刻表|码头上没有人',
      '用手清点船票|索要印刷的地图|在黄线后面等候|被漆成蓝色和白色|保存着自己的名单|学会了相信数字|为风浪留出余地|记得那个漫长的冰冬',
      '在大门打开之前|尽管花费更多|从去年春天开始|每当风向转北|正如合同所写|不顾所有的好建议|在关门很久以后|抽屉里放着两把备用钥匙',
    ],
    '，',
    '。'
  ),
  language(
    'Thai',
    [
      'สำนักงานท่าเรือ|ผู้มาเยือนทุกคนที่สอง|ทีมเล็กจากภูเก็ต|เรือข้ามฟากที่เก่าที่สุด|ยามกลางคืน|เสมียนคนหนึ่ง|ตารางเวลาใหม่|ไม่มีใครที่ท่าเรือ',
      'นับตั๋วด้วยมือ|ขอแผนที่ที่พิมพ์แล้ว|รอหลังเส้นสีเหลือง|ทาสีฟ้าและสีขาว|เก็บรายชื่อของตัวเอง|เรียนรู้ที่จะเชื่อตัวเลข|เผื่อที่ไว้สำหรับคลื่นแรง|จำฤดูหนาวที่ยาวนานได้',
      'ก่อนประตูเปิด|ถึงแม้จะแพงกว่า|ตั้งแต่ฤดูใบไม้ผลิปีที่แล้ว|เมื่อลมเปลี่ยนทิศ|ตามที่สัญญาระบุ|แม้จะมีคำแนะนำที่ดี|หลังเวลาปิดนานมาก|พร้อมกุญแจสำรองสองดอกในลิ้นชัก',
    ],
    '',
    ' '
  ),
];
