/**
 * What people type for an economy beside the name that the pages write: its two letters (ISO 3166-1), official and
 * everyday names in English, and Vietnamese ones with their older spellings. For searching alone; nothing shows them.
 * One line an economy: code, two letters, then names separated by commas.
 */
const NAMES = `
ASEAN - Hiệp hội các quốc gia Đông Nam Á, Association of Southeast Asian Nations, Đông Nam Á, Southeast Asia
VNM VN Vietnam, Socialist Republic of Viet Nam, Cộng hòa xã hội chủ nghĩa Việt Nam
BRN BN Brunei Darussalam, Bru-nây
IDN ID Republic of Indonesia, In-đô-nê-xi-a
KHM KH Kingdom of Cambodia, Cam-pu-chia, Kampuchea
LAO LA Lao PDR, Lao People's Democratic Republic, Cộng hòa dân chủ nhân dân Lào
MMR MM Burma, Miến Điện, Mi-an-ma, Republic of the Union of Myanmar
MYS MY Ma-lai-xi-a
PHL PH Republic of the Philippines, Phi-lip-pin
SGP SG Republic of Singapore, Xinh-ga-po, Xin-ga-po
THA TH Kingdom of Thailand, Thái
TLS TL East Timor, Đông Timor, Đông Ti-mo, Democratic Republic of Timor-Leste
AFG AF Áp-ga-ni-xtan
AGO AO Ăng-gô-la
ALB AL An-ba-ni
AND AD An-đô-ra
ARE AE UAE, Emirates, Tiểu vương quốc Ả Rập Thống nhất, Các Tiểu vương quốc Ả rập thống nhất
ARG AR Ác-hen-ti-na
ARM AM Ác-mê-ni-a
ATG AG Antigua and Barbuda
AUS AU Ô-xtrây-li-a, Commonwealth of Australia
AUT AT Republic of Austria, Cộng hòa Áo
AZE AZ A-déc-bai-dan
BDI BI Bu-run-đi
BEL BE Kingdom of Belgium, Vương quốc Bỉ
BEN BJ Bê-nanh
BFA BF Buốc-ki-na Pha-xô
BGD BD Băng-la-đét
BGR BG Bun-ga-ri
BHR BH Ba-ranh
BHS BS The Bahamas, Ba-ha-mát
BIH BA Bosnia and Herzegovina, Bô-xni-a và Héc-xê-gô-vi-na
BLR BY Bê-la-rút, Bạch Nga, Byelorussia
BLZ BZ Bê-li-xê
BOL BO Plurinational State of Bolivia, Bô-li-vi-a
BRA BR Bra-xin, Brasil
BRB BB Bác-ba-đốt
BTN BT Bu-tan
BWA BW Bốt-xoa-na
CAF CF Trung Phi, CAR
CAN CA Ca-na-đa
CHE CH Swiss Confederation, Thụy Sỹ, Thuỵ Sĩ
CHL CL Chi-lê
CHN CN People's Republic of China, PRC, Trung Hoa, Cộng hòa nhân dân Trung Hoa
CIV CI Ivory Coast, Cốt-đi-voa, Bờ Biển Ngà
CMR CM Ca-mơ-run
COD CD DR Congo, DRC, Democratic Republic of the Congo, Cộng hòa dân chủ Công-gô, Kinshasa
COG CG Republic of the Congo, Cộng hòa Công-gô, Brazzaville
COL CO Cô-lôm-bi-a
COM KM Cô-mo
CPV CV Cabo Verde, Cáp-ve, Cáp Ve
CRI CR Cốt-xta Ri-ca
CUB CU Cu-ba
CYP CY Kypros, Cộng hòa Síp, Đảo Síp
CZE CZ Czech Republic, Cộng hòa Séc, Tiệp, CH Séc
DEU DE Federal Republic of Germany, Cộng hòa liên bang Đức, CHLB Đức, Deutschland
DJI DJ Gi-bu-ti
DMA DM Đô-mi-ni-ca, Commonwealth of Dominica
DNK DK Kingdom of Denmark
DOM DO Cộng hòa Đô-mi-ni-ca-na, Dominicana
DZA DZ An-giê-ri
ECU EC Ê-cu-a-đo
EGY EG Arab Republic of Egypt
ERI ER Ê-ri-tơ-ri-a
ESP ES Kingdom of Spain, España
EST EE E-xtô-ni-a
ETH ET Ê-ti-ô-pi-a
FIN FI Suomi
FJI FJ Phi-gi
FRA FR French Republic, Cộng hòa Pháp
FSM FM Federated States of Micronesia, Mi-crô-nê-xi-a
GAB GA Ga-bông
GBR GB UK, Great Britain, Britain, England, Scotland, Wales, Anh, Nước Anh, Anh quốc, Vương quốc Liên hiệp Anh và Bắc Ireland, United Kingdom of Great Britain and Northern Ireland
GEO GE Gru-di-a, Gruzia
GHA GH Ga-na
GIN GN Ghi-nê
GMB GM The Gambia, Găm-bi-a
GNB GW Ghi-nê Bít-xao
GNQ GQ Ghi-nê Xích đạo
GRC GR Hellenic Republic, Hi Lạp, Hellas
GRD GD Grê-na-đa
GTM GT Goa-tê-ma-la
GUY GY Guy-a-na
HKG HK Hong Kong, Hồng Kông, Hongkong
HND HN Ôn-đu-rát
HRV HR Crô-a-ti-a, Hrvatska
HTI HT Ha-i-ti
HUN HU Hung-ga-ri
IND IN Republic of India, Bharat
IRL IE Ai-len, Republic of Ireland, Éire
IRN IR Islamic Republic of Iran, I-ran
IRQ IQ I-rắc
ISL IS Ai-xơ-len, Băng Đảo
ISR IL I-xra-en
ITA IT I-ta-li-a, Ý, Nước Ý, Italia
JAM JM Gia-mai-ca, Ha-mai-ca
JOR JO Gióc-đa-ni, Hashemite Kingdom of Jordan
JPN JP Nhật, Nippon
KAZ KZ Ca-dắc-xtan
KEN KE Kê-ni-a
KGZ KG Kyrgyz Republic, Cư-rơ-gư-xtan
KIR KI Ki-ri-ba-ti
KNA KN Saint Kitts and Nevis
KOR KR Republic of Korea, Korea, Đại Hàn Dân Quốc, Nam Triều Tiên, Nam Hàn, ROK
KWT KW Cô-oét
LBN LB Li Băng, Liban, Lebanese Republic
LBR LR Li-bê-ri-a
LBY LY Li-bi
LCA LC Saint Lucia
LIE LI Lích-ten-xtanh, Principality of Liechtenstein
LKA LK Xri Lan-ca, Ceylon, Xri-lan-ca
LSO LS Lê-xô-thô
LTU LT Lít-va, Republic of Lithuania
LUX LU Lúc-xăm-bua, Grand Duchy of Luxembourg
LVA LV Lát-vi-a
MAR MA Ma Rốc, Maroc, Kingdom of Morocco
MCO MC Mô-na-cô
MDA MD Republic of Moldova, Môn-đô-va
MDG MG Ma-đa-ga-xca
MDV MV Man-đi-vơ
MEX MX Mê-hi-cô, Mexico
MHL MH Republic of the Marshall Islands, Mác-san
MKD MK Macedonia, Republic of North Macedonia, Ma-xê-đô-ni-a
MLI ML Ma-li
MLT MT Man-ta
MNE ME Mông-tê-nê-grô, Crna Gora
MNG MN Mông-cổ
MOZ MZ Mô-dăm-bích
MRT MR Mô-ri-ta-ni
MUS MU Mô-ri-xơ
MWI MW Ma-la-uy
NAM NA Na-mi-bi-a
NER NE Ni-giê
NGA NG Ni-giê-ri-a
NIC NI Ni-ca-ra-goa
NLD NL Holland, The Netherlands, Kingdom of the Netherlands
NOR NO Kingdom of Norway
NPL NP Nê-pan
NRU NR Na-u-ru
NZL NZ Niu Di-lân, Aotearoa
OMN OM Ô-man
PAK PK Pa-ki-xtan
PAN PA Pa-na-ma
PER PE Pê-ru
PLW PW Pa-lau
PNG PG PNG, Pa-pua Niu Ghi-nê
POL PL Republic of Poland
PRK KP DPRK, Bắc Hàn, Democratic People's Republic of Korea, Korea DPR, Bắc Triều Tiên, Cộng hòa dân chủ nhân dân Triều Tiên
PRT PT Portuguese Republic
PRY PY Pa-ra-goay
PSE PS State of Palestine, Palestine, Pa-le-xtin
QAT QA Ca-ta
ROU RO Ru-ma-ni, Rumania, Roumania
RUS RU Russian Federation, Liên bang Nga, Nước Nga
RWA RW Ru-an-đa
SAU SA KSA, Ả Rập Saudi, Ả-rập Xê-út, Arập Xêút, Kingdom of Saudi Arabia
SDN SD Xu-đăng
SEN SN Xê-nê-gan
SLB SB Xô-lô-môn
SLE SL Xi-ê-ra Lê-ôn
SLV SV En Xan-va-đo
SMR SM Xan Ma-ri-nô
SOM SO Xô-ma-li
SRB RS Xéc-bi-a
SSD SS Nam Xu-đăng
STP ST Sao Tome and Principe, Xao Tô-mê và Prin-xi-pê
SUR SR Xu-ri-nam
SVK SK Slovak Republic, Xlô-va-ki-a
SVN SI Xlô-ven-ni-a
SWE SE Kingdom of Sweden
SWZ SZ Swaziland, Kingdom of Eswatini, Xoa-di-len
SYC SC Xây-sen
SYR SY Syrian Arab Republic, Xi-ri, Xy-ri
TCD TD Tchad, Sát
TGO TG Tô-gô
TJK TJ Tát-gi-ki-xtan
TKM TM Tuốc-mê-ni-xtan
TON TO Tông-ga
TTO TT Trinidad and Tobago
TUN TN Tuy-ni-di
TUR TR Turkey, Turkiye, Republic of Türkiye, Thổ Nhĩ Kì
TUV TV Tu-va-lu
TZA TZ United Republic of Tanzania, Tan-da-ni-a
UGA UG U-gan-đa
UKR UA U-crai-na, Ukraine, U-cờ-rai-na
URY UY U-ru-goay
USA US USA, America, United States of America, U.S., U.S.A., Mỹ, Nước Mỹ, Hợp chúng quốc Hoa Kỳ
UZB UZ U-dơ-bê-ki-xtan
VAT VA Holy See, Tòa thánh Vatican, Va-ti-can
VCT VC Saint Vincent and the Grenadines
VEN VE Bolivarian Republic of Venezuela, Vê-nê-xu-ê-la
VUT VU Va-nu-a-tu
WSM WS Xa-moa, Western Samoa
YEM YE Y-ê-men
ZAF ZA Republic of South Africa, Cộng hòa Nam Phi, RSA
ZMB ZM Dăm-bi-a
ZWE ZW Dim-ba-bu-ê
`;

/** The two letters of an economy's code, and what else it is called; codes without an entry have neither. */
export const areaNames: ReadonlyMap<string, { alpha2: string; names: readonly string[] }> = new Map(
  NAMES.trim()
    .split("\n")
    .map((line) => [
      line.slice(0, line.indexOf(" ")),
      {
        alpha2: line.split(" ", 2)[1] ?? "",
        names: line.split(" ").slice(2).join(" ").split(", "),
      },
    ]),
);
