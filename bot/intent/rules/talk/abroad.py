"""What people in India say beside ordering, in five languages, in Latin letters and their own.

A row is what is meant; its words are the languages' own for it. Hindi, Tamil, Telugu, Kannada and
Malayalam, in this order. Dishes and numbers are not here: the menu and `numbers.py` know them.
"""

from collections.abc import Mapping

from bot.intent.rules.talk.saying import Saying, saying
from bot.intent.rules.words.vocabulary import YES_ABROAD
from tools.kit.call import Json

_PARTICLES = (
    "ji bhai bhaiya bhaiyya hai hain ka ki ke ko mera meri mere mujhe hamara aur itna itni hi"
    " ab sab"
    " naan en enga enakku konjam anna akka romba ellam naa naaku andi antha nanna nanage ente"
    " enikku"
    " sir madam please ok okay"
    " जी भाई भैया है हैं का की के को मेरा मेरी मेरे मुझे और इतना ही अब सब कृपया"
    " என் எனக்கு கொஞ்சம் அண்ணா ரொம்ப இது அவ்வளவு தான்"
    " నా నాకు అండి అంతే ನನ್ನ ನನಗೆ ಇಷ್ಟೇ എന്റെ എനിക്ക്"
)
"""They carry nothing by themselves: my, to me, is, of, only, brother, please."""

_NO = (
    "nahi nahin nai mat illa illai vendam venda vendaam ledu kaadu vaddu beda alla"
    " नहीं नही मत இல்லை வேண்டாம் లేదు కాదు వద్దు ಇಲ್ಲ ಬೇಡ ഇല്ല വേണ്ട"
)
_ENOUGH = (
    "bas podhum podum pothum poathum porum chaalu chalu saaku saku mathi mati बस போதும் చాలు ಸಾಕು മതി"
)
_THANKS = (
    "dhanyavad dhanyavaad dhanyawad dhanyavaadh shukriya nandri dhanyavadalu dhanyavaadalu"
    " dhanyavadagalu dhanyavada nanni"
    " धन्यवाद शुक्रिया நன்றி ధన్యవాదాలు ಧನ್ಯವಾದ ಧನ್ಯವಾದಗಳು നന്ദി"
)
_HELLO = (
    "namaste namaskar namasthe vanakkam namaskaram namaskara"
    " नमस्ते नमस्कार வணக்கம் నమస్కారం నమస్తే ನಮಸ್ಕಾರ നമസ്കാരം"
)
_BYE = "alvida varen vellostanu barthini अलविदा வரேன் వెళ్ళొస్తాను ಬರ್ತೀನಿ"
_WAIT = (
    "ruko rukiye thehro irunga poru porunga aagandi agandi iri thadi nilkku"
    " रुको रुकिए ठहरो இருங்க பொறுங்க ఆగండి ಇರಿ ಇರಿ ತಡಿ നിൽക്കൂ"
)
_HOW_MUCH = (
    "kitna kitne kitni evvalavu evlo evalo entha enta eshtu ethra"
    " कितना कितने कितनी எவ்வளவு ఎంత ಎಷ್ಟು എത്ര"
)
_CAME_TO = (
    "hua hue huwa paisa paise total bill aachu achu ayindi ayyindi aythu aytu aayi"
    " हुआ हुए पैसा पैसे बिल ஆச்சு பில் అయింది బిల్లు ಆಯ್ತು ಬಿಲ್ ആയി ബിൽ"
)
_BILL = "bill बिल பில் బిల్లు ಬಿಲ್ ബിൽ"
_MENU = "menu मेनू मेन्यू மெனு మెనూ ಮೆನು മെനു"
_GIVE = (
    "do de dena dedo dijiye lao laiye dikhao dikhaiye batao bataiye kodu kodunga kudunga kaatu katu"
    " kaattunga chupinchu chupinchandi ivvu ivvandi torisu thorisi kaanikku"
    " दो दे दीजिए लाओ दिखाओ दिखाइए बताओ கொடுங்க காட்டு காட்டுங்க ఇవ్వండి చూపించండి ಕೊಡಿ ತೋರಿಸಿ"
    " തരൂ കാണിക്കൂ"
)
_WHAT = "kya enna emi em enu yenu enthu entha क्या என்ன ఏమి ఏం ಏನು എന്ത്"
_ELSE = "aur vera vere inka innu bere kuch और வேற வேறு వేరే ఇంకా ಇನ್ನು ಬೇರೆ വേറെ"
_THERE_IS = "hai milega milta irukku iruku undi unnayi ide idhe undu है मिलेगा இருக்கு ఉంది ఉన్నాయి ಇದೆ ഉണ്ട്"
_ORDER = "order ऑर्डर आर्डर ஆர்டர் ఆర్డర్ ಆರ್ಡರ್ ഓർഡർ khana khaana saapadu sappadu oota"
_WHERE = "kahan kaha kidhar enga enge ekkada elli evide कहाँ कहां किधर எங்க எங்கே ఎక్కడ ಎಲ್ಲಿ എവിടെ"
_WHEN = "kab eppo eppudu yavaga eppol कब எப்போ ఎప్పుడు ಯಾವಾಗ എപ്പോൾ"
_COMES = (
    "aayega aayegi ayega milega varum vasthundi vastundi baruthe varum pahunchega"
    " आएगा आयेगा मिलेगा வரும் వస్తుంది ಬರುತ್ತೆ വരും"
)
_CANCEL = "cancel radd band रद्द कैंसल ரத்து రద్దు ರದ್ದು റദ്ദാക്കൂ"
_CART = "कार्ट கார்ட் கார்ட்டு కార్ట్ ಕಾರ್ಟ್ കാർട്ട്"
_CHECKOUT = "चेकआउट செக்அவுட் చెక్అవుట్ ಚೆಕ್ಔಟ್ ചെക്ക്ഔട്ട്"
_HELP = "madad udhavi sahayam मदद हेल्प உதவி సహాయం ಸಹಾಯ സഹായം"
_ORDERS = "ऑर्डर ऑर्डर्स ஆர்டர்கள்"
_MINE = "mere मेरे अपने என் எனது"
_PAID: Mapping[str, str] = {
    "cash": "कैश केश नकद கேஷ் ரொக்கம் నగదు ನಗದು കാഷ്",
    "card": "कार्ड கார்டு కార్డు ಕಾರ್ಡ್ കാർഡ്",
    "upi": "यूपीआई யூபிஐ యూపీఐ ಯುಪಿಐ യുപിഐ",
}
_LANGUAGES: Mapping[str, str] = {
    "en": "english inglish angrezi aangilam अंग्रेज़ी अंग्रेजी ஆங்கிலம் ஆங்கிலத்தில்",
    "hi": "hindi हिन्दी हिंदी இந்தி ஹிந்தி இந்தியில்",
    "ta": "tamil tamizh thamizh तमिल தமிழ் தமிழில்",
    "te": "telugu తెలుగు తెలుగులో",
    "kn": "kannada ಕನ್ನಡ ಕನ್ನಡದಲ್ಲಿ",
    "ml": "malayalam മലയാളം മലയാളത്തിൽ",
}
_SPEAK = (
    "speak talk reply answer write language switch change use in please"
    " bolo boliye baat bhasha mein pesu pesunga mozhi la"
    " में बोलो बोलिए बात भाषा लिखो लिखिए பேசு பேசுங்க பேசுங்கள் எழுது எழுதுங்கள் மொழி"
)
_SAID_IN = "to with me order orders ordering menu bot"
_DO = "karo kar kardo kijiye pannu pannunga cheyyi cheyandi maadi madi cheyyu करो कर दो कीजिए"


def _meant(tool: str, *needs: str, args: Mapping[str, Json] | None = None) -> Saying:
    return saying(tool, *needs, may=_PARTICLES, terse=True, args=args)


ABROAD: tuple[Saying, ...] = (
    _meant("order_status", _ORDER, _WHERE),
    _meant("order_status", _ORDER, _WHEN, _COMES),
    _meant("clear_cart", _ORDER, _CANCEL, _DO),
    _meant("view_cart", _HOW_MUCH, _CAME_TO),
    _meant("view_cart", _BILL, _GIVE),
    _meant("search_menu", _MENU, _GIVE),
    _meant("search_menu", _WHAT, _ELSE, _THERE_IS),
    _meant("search_menu", _WHAT, _THERE_IS),
    _meant("search_menu", _MENU),
    _meant("view_cart", _HOW_MUCH),
    _meant("checkout", _ENOUGH),
    _meant("view_cart", _CART),
    _meant("view_cart", _CART, _GIVE),
    _meant("checkout", _CHECKOUT),
    _meant("checkout", _CHECKOUT, _DO),
    _meant("help", _HELP),
    _meant("order_status", _ORDERS, _MINE),
    *(_meant("choose_payment", words, args={"method": method}) for method, words in _PAID.items()),
    *(
        saying("choose_language", words, _SPEAK, may=_SAID_IN, args={"language": language})
        for language, words in _LANGUAGES.items()
    ),
    *(_meant("choose_language", _LANGUAGES[own], args={"language": own}) for own in ("hi", "ta")),
    _meant("small_talk", _THANKS, args={"kind": "thanks"}),
    _meant("small_talk", _HELLO, args={"kind": "greeting"}),
    _meant("small_talk", _BYE, args={"kind": "goodbye"}),
    _meant("small_talk", _WAIT, args={"kind": "wait"}),
    _meant("small_talk", _NO, args={"kind": "no"}),
    _meant("small_talk", YES_ABROAD, args={"kind": "yes"}),
)
