"""Short articles with invented persons: what finding mentions, linking entities and finding tenures is tested on."""

from __future__ import annotations

ARTICLES: dict[str, str] = {
    "police chief": (
        "Kapolda Lampung Irjen Pol Bram Sadewa, S.I.K., M.H. meminta seluruh personel Polres Pringsewu bersiaga.\n"
        '"Kami sudah siap," kata Bram di Mapolda Lampung, Selasa (3/12/2024).\n'
        "Kapolda menambahkan, ia akan memimpin Operasi Lilin Krakatau 2024."
    ),
    "comma": (
        "Kapolres Metro Jakarta Barat, Kombes Pol Yoga Tirtana, mengimbau warga. "
        "Hal itu dibenarkan Kasat Reskrim Polres Metro Jakarta Barat AKBP Lestari Widuri."
    ),
    "behind": (
        '"Pelaku sudah diamankan," kata Iptu Gilar Nandana, Kasi Humas Polres Sragen kepada wartawan, Senin. '
        "Menurut Gilar, Bupati Sragen meminta warga tenang."
    ),
    "minister": (
        "Menteri Kelautan dan Perikanan Sekar Maheswari meminta Gubernur Jawa Barat Rangga Wiraguna mengawasi tambak. "
        "Sekjen Kementerian Pertanian Bimo Kertapati juga hadir."
    ),
    "abbreviated": (
        "Menteri Koordinator Bidang Politik dan Keamanan (Menko Polkam) Arga Wicaksana membuka rapat. "
        "Direktur Eksekutif Lembaga Pemantau Demokrasi Nusantara (LPDN) Rania Putri mengkritik rapat itu."
    ),
    "acting": (
        "Pj. Gubernur Papua Tengah, Yosafat Kogoya, mengajak aparatur sipil negara netral. "
        "Plt Kepala Dinas Kesehatan Kota Solo Danar Prakosa mendukung ajakan itu."
    ),
    "former": (
        "Kadiv Humas Polri Irjen Surya Dananjaya menjawab pertanyaan wartawan. "
        "Mantan Kapolda Bengkulu ini menegaskan perkara itu berlanjut. "
        "Eks Kapolri Jenderal (Purn) Wahyu Adiguna tidak hadir."
    ),
    "removed": (
        "Kapolri mencopot AKBP Reno Hardika dari jabatan Kapolres Bima. "
        "Kapolsek Woha AKP Lalu Samsul dimutasi ke Polda NTB."
    ),
    "handover": (
        "Jabatan Kapolsek Godean yang sebelumnya dijabat Kompol Tomi Wardana kini diemban AKP Retno Palupi. "
        "Kapolda mengganti Kapolsek Gamping AKP Jaka Umbara kepada Iptu Sinta Dewanti."
    ),
    "holding": (
        "Selain menjabat sebagai Ketua DPC Partai Demokrat Ngawi, Bayu Segara juga menjabat sebagai Wakil Ketua "
        "DPRD Ngawi. "
        "Kombes Pol Tirta Wangsa yang sehari-hari menjabat Kabid Humas Polda Bali membenarkan hal itu. "
        "Wira Sasongko ingin menjadi Kapolri."
    ),
    "list": (
        "Acara dihadiri Bupati Kaur Gerry Pausa, Kapolres Kaur AKBP Yana Ferdian, Dandim 0408/Bengkulu Selatan, "
        "dan Ketua KPU Kaur Mira Santosa."
    ),
    "place between": "Bupati Kaur, Bengkulu, Gerry Pausa, menjamin penangguhan itu.",
    "groups": (
        "Kapolda menginstruksikan jajaran Kapolres dan para Kapolsek memperketat penjagaan. "
        "Seluruh masyarakat Kota Metro, orang tua, dan pengguna jalan tol diminta tertib. "
        "Petugas jaga gudang melapor kepada anggotanya."
    ),
    "units": (
        "KPU OKU Timur, Bawaslu RI, Polres/ta, dan Satgas Pangan Polri bertemu di Kantor Pemkab Pamekasan. "
        "Badan Nasional Penanggulangan Bencana (BNPB) mengirim tim. BNPB juga mengirim logistik."
    ),
    "laws": (
        "Larangan itu sesuai Pasal 280 ayat (2) UU No. 7 Tahun 2017 tentang Pemilu. "
        "Pilkada 2024 diawasi Bawaslu berdasarkan Peraturan Bawaslu Nomor 5 Tahun 2022."
    ),
    "headline": (
        "Kapolres Bantul Minta Warga Waspada, Pengamat: Ronda Perlu Digiatkan\n\n"
        "Kapolres Bantul AKBP Novan Sadhewa meminta warga menggiatkan ronda. Novan turut meninjau pos ronda."
    ),
    "capitals": ("KAPOLDA JAMBI MINTA WARGA TENANG\n\nKapolda Jambi Irjen Krisna Abimanyu meminta warga tenang."),
    "roles": (
        "Kuasa hukum keluarga korban, Hotasi Damanik, meminta Polres Dairi terbuka. "
        "Pengamat politik Universitas Andalas, Feri Marlon, sependapat. "
        "Juru bicara Presiden, Adit Mahesa, belum menjawab."
    ),
    "two of a kind": (
        "Kapolres Sleman AKBP Wijang Satrio dan Kapolres Bantul AKBP Novan Sadhewa bertemu. "
        "Kapolres meminta warga tertib."
    ),
    "introduction": (
        "Kapolda Maluku menginstruksikan jajarannya tidak gegabah. Benhur meminta anggotanya menahan diri."
    ),
    "nickname": ("Gubernur nonaktif Sulawesi Barat Basri Tanuwijaya (Bas) diperiksa. Bas mengaku ikhlas."),
    "candidate": ("Calon Gubernur Banten Asep Sundara berkampanye. Gubernur Banten belum berkomentar."),
    "ticket": "Relawan Bramantyo-Gayatri bertemu Ketua KPU Jepara Sulistyo Adi.",
    "bare unit": "Polres Klaten menangkap pelaku. Menurut Polres, Kapolres AKBP Danu Wirawan memimpin penangkapan.",
    "affiliation": "Rusdiman dari Perum Bulog menyatakan stok beras aman. Ia meminta warga tidak panik.",
    "balinese": "Kasatlantas Polres Gianyar AKP I Wayan Sudirga menutup jalan. I Wayan Sudirga meminta maaf.",
    "former of a place": (
        "Ketua Badan Pengawas Pemilu Surya Dananjaya mengingatkan warga. Mantan Ketua Bawaslu Jawa Tengah ini "
        "menambahkan hal itu."
    ),
    "all of them": (
        "Kepala desa se-Kabupaten Bantul diminta hadir. Kades Sabdodadi Rudi Hartono hadir. "
        "Kapolda DIY memerintahkan Kapolres jajaran siaga. Kapolres Bantul AKBP Novan Setiadi siap."
    ),
    "member of a body in brackets": (
        "Komisioner Komisi Pemilihan Umum (KPU) Hadar Wicaksana hadir. Mantan anggota Badan Pengawas Pemilu (Bawaslu), "
        "Sinta Larasati, tidak. Komisioner Komisi Pemilihan Umum (KPU) belum hadir."
    ),
    "coded unit": (
        "Danramil 05/Ngaglik Kapten Inf Rudi Hartono menemui Danramil 1710-02/Timika Mayor Inf Danu Wirawan."
    ),
    "balinese office": (
        "Ketua Bawaslu Bali I Ketut Renata didampingi I Nyoman Pradipa. Pangdam I Bukit Barisan hadir, "
        "juga Wali Kota Denpasar I Gusti Ngurah Wirata dan Danyonif I Marinir Letkol Budi Laksono."
    ),
    "headline verbs": (
        "Kapolresta Pekanbaru Beri Bantuan Korban Banjir, Pemprov Riau Kucurkan Beasiswa, Bawaslu Tindak Pelanggar\n\n"
        "Bantuan itu diserahkan kemarin."
    ),
    "deputy": "Wakil Menteri Sekretaris Negara (Wamensesneg) Jati Ardana menjelaskan hal itu.",
    "his head": "Kepalanya membentur lantai. Kepala Puskesmas Bantul Sinta Larasati merawatnya.",
    "career": (
        "Dewa Sasmita kemudian menjabat sebagai Karo SDM Polda Jambi pada 2012. "
        "Dewa Sasmita ditunjuk Kapolri Jenderal Listya Prabawa menduduki jabatan Wakapolri."
    ),
    "lettered committee": "Ketua Komisi B DPRD Surabaya Lutfi Hanum menjawab pertanyaan anggota Komisi III DPR RI.",
    "brand": "Menurut laporan itu, OctaFX menyebut dananya aman. OctaFX menyebut tuduhan itu keliru.",
    "derived nouns": "Koordinator Divisi Penanganan Pelanggaran Bawaslu Jateng, Ahmad Husada, memanggil saksi.",
    "committee chair": (
        'Sidak digelar kemarin. "Jangan ada yang terlewat," tandas Ketua Komisi C DPRD Madiun Latifunnisa, Rabu '
        "(9/3/2022). Ketua Komisi C bersama anggotanya meninjau pasar."
    ),
    "body named like an office": "Ketua GM FKPPI Jateng, Wigung Prasaja, mendukung vaksinasi itu.",
    "members of an association": (
        "Ketua Asosiasi Kepala Desa Nusantara Kadarman Witjaksana menolak aturan itu. "
        "Direktur Eksekutif Lembaga Kajian Hukum dan Kebijakan Publik, Yogie Atmajaya, sependapat."
    ),
    "counsel": "Koordinator Tim Kuasa Hukum Keluarga Bripda K, Hotlan Sirait, mendatangi Polda Jambi.",
    "members": (
        "Bripda Lukas Wetapo, anggota Brimob, terluka. Salah satu anggota GMP Malang, Yonas, membantahnya. "
        "Anggota Komisi III DPR Gandi Wirasena meminta kasus itu diusut."
    ),
    "place in an office": (
        "Warga mendatangi TPU Kebon Pala. Petugas menutup TPU Kebon Pala. "
        "Kepala TPU Kebon Pala belum menjawab. Kepala Inspektorat Kota Bima Marwah Salsabila juga belum."
    ),
    "moved": (
        "AKP Jaya Sentanu yang semula Kasat Lantas Polres Bone menjadi Kasat Lantas Polres Wajo. "
        "Kapolri menunjuk Komjen Wira Danu menjadi Wakapolri. Ia menggantikan Komjen Tirta Bhaskara."
    ),
    "posts in brackets": (
        "Pemenangnya Iptu Gede Wirata (Ps Kasat Binmas Polres Bangli) serta AKP Ayu Lestari (Kasat Lantas Polres "
        "Klungkung periode 2019-2021, Kasat Lantas Polres Tabanan)."
    ),
    "curriculum": (
        "Irjen Panji Asmara kini Kadiv Humas Polri. "
        "Pada 2008, Panji diberi tugas baru sebagai Kapolres Demak. "
        "Panji kemudian menjabat sebagai Karo SDM Polda Bali pada 2012. "
        "Setelah itu, Panji Asmara diangkat sebagai Wakapolda Jambi pada 2017. "
        "Pada 2019, Panji Asmara ditunjuk menjadi Kapolda Jambi. "
        "Panji Asmara kemudian ditunjuk menjadi Kadiv Humas Polri pada 2021."
    ),
    "offices side by side": (
        "Wira Asmoro menjabat sebagai Ketua KONI Bantul. Wira Asmoro juga menjabat sebagai Ketua KNPI Bantul. "
        "Wira Asmoro merangkap sebagai Ketua PMI Bantul."
    ),
    "title before the unit": (
        "Inspektur Pengawasan Daerah (Irwasda) Polda Bali Kombes Made Sutirta hadir bersama Komandan Korem (Danrem) "
        "172/PWY Kolonel Inf Bagas Wiratama."
    ),
    "glued": (
        "Gubernur Banten Galih Prabowojika terpilih akan hadir. Luthfi datang. "
        "Menurut Luthfi, Bupati Demak Ahmad Luthfimeyakini hal itu. KapoldaBanten Irjen Sena Aditama juga hadir."
    ),
    "heading in the text": (
        "Warga bersiap sejak pagi. Kapolda Ajak Masyarakat Jaga Kedamaian Terpisah, Kapolda Gorontalo Irjen Dharma "
        "Kusuma meminta warga tenang."
    ),
    "comma behind a rank": "Itu arahan Kapolda Lampung Irjen Pol, Hilmi Sentika. Tahun 1445 H. Pasar murah digelar.",
    "head of another government": "PM Singapura, Marcus Tanaka, tiba di Jakarta.",
    "title that is a name": (
        "Kapolres Pidie AKBP Teuku Rayyan Khadafi meninjau posko. Teuku Rayyan meminta warga tenang."
    ),
    "nickname before the name": (
        "Anggota DPRD Sikka Hardi Kenanga hadir. Bang Ken -sapaan akrab Hardi Kenanga- meminta polisi bergerak. "
        "Harus cepat, kata Ken."
    ),
    "nickname pointing back": (
        "Ketua KONI Bengkulu Raka Wardhana Oktarian membuka acara. "
        "Pria yang akrab disapa Okta itu menilai lomba meriah. Semua senang, kata Okta."
    ),
    "nickname of whom nobody speaks": (
        "Sekretaris Daerah Banten Iwan Karnadi mendaftar, tetapi Gubernur Banten Ahmad Herlangga tidak setuju. "
        "Menurut pria yang akrab disapa Aher ini, Iwan harus mundur. Aher enggan menjawab lagi."
    ),
    "nickname behind the name": (
        "Wakil Wali Kota Kediri Armudi Wijaya yang akrab dipanggil Cak Di hadir. Cak Di meminta warga tenang."
    ),
    "nickname of his own": (
        "Direktur PT Laut Jaya Budi Hermanto hadir. Buher, sapaan akrabnya, senang. Semua mudah, kata Buher."
    ),
    "called by a title": "Gus Yafi menyebut hal itu wajar. Bupati Kudus Arman Yusuf mengapresiasi Gus Yafi.",
    "called somebody": (
        "Kapolsek Woha AKP Samsul Ucokman memberi keterangan. Seorang pria yang biasa dipanggil Cokman ditangkap. "
        "Pria yang akrab disapa Cokman itu melawan, kata Samsul."
    ),
    "called by the police": "Bupati Ende Rama Wijaya sering dipanggil Kapolres Ende AKBP Surya Dananjaya.",
    "presidents by number": (
        "Acara itu digelar Jumat (15/8/2025). Hadir Presiden RI ke-7 Jaka Widada, Wakil Presiden ke-10 dan 12 Jusman "
        "Kalam, Wakil Presiden ke-11 Boedianto, dan Presiden ke-8 RI Praba Subrata."
    ),
    "president in office by number": "Presiden ke-7 RI Jaka Widada tiba di Bima, Senin (8/3/2021).",
    "abbreviated first name": (
        "Ketua DPRD Sikka Moh. Rahmat Wijaya bertemu Kapolsek Woha AKP Muh. Sahrul. Moh. Rahmat meminta warga tenang."
    ),
    "name that is a place too": (
        "Anggota DPR RI Satria Bima bertemu Wali Kota Bima Rahmat Hidayat dan Ketua KPU Bima Arif Wijaya."
    ),
    "origin and comma": "Anggota DPRD Bali dari Fraksi Golkar, Hardi Kenanga, mengatakan hal itu kepada warga.",
    "origins in a list": "Anggota DPRD Bali dari Fraksi Golkar, Gerindra, dan PKS menolak usul itu.",
    "wife with her husband's name": (
        "Gubernur Papua Sugiyanto Sabrang membuka acara. "
        "Ketua TP PKK Papua Ivana Sugiyanto Sabrang mengajak warga hadir. Menurut Ivana, Sugiyanto senang."
    ),
    "wife of one name": "Presiden Jakawi tiba di Solo bersama Ibu Negara Iriani Jakawi. Jakawi meminta warga tenang.",
    "one of a village": (
        "Salah satu warga Desa Woha, Kecamatan Bolo, Budi Santana, juga meminta camat bersabar. Budi mengaku rugi."
    ),
    "one of a village without a comma": "Seorang warga Desa Karang Anyar Budi Santoso mengatakan jalan itu rusak.",
    "from a village": "Sementara Budi Santoso, warga Desa Woha, mengatakan jalan itu rusak.",
    "student from a town": "Sementara Budi Santoso, mahasiswa asal Jombang mengatakan jalan itu rusak.",
    "villagers beside a speaker": "Menurut Budi Santoso, warga Desa Woha meminta jalan diperbaiki.",
    "villagers in a list": "Camat Rama Wijaya, warga Desa Woha, dan polisi memperbaiki jalan.",
    "for villagers": "Bagi warga Desa Woha, Budi Santoso adalah pahlawan.",
    "many villagers": "Sejumlah warga Desa Woha, Budi Santoso dan Rama Wijaya, datang.",
    "took the position of": "AKBP Argo Wiyana menggantikan posisi AKBP Yudi Harta sebagai Kapolres Kediri.",
    "second predicate": (
        "AKBP Argo Wiyana merupakan lulusan Akpol 2003, dan sebelumnya menjabat sebagai Kasatlantas Polres Kediri."
    ),
    "second predicate of another": (
        "Kapolres menemui AKBP Argo Wiyana dan warga yang sebelumnya menjabat Kepala Desa Woha."
    ),
    "assistant of a president": "Seorang asisten Presiden Makaron, yang enggan disebut, mengatakan hal itu.",
    "who also holds": "Menurut Kapolres Tebo yang juga menjabat Wakil Ketua STPPC, AKBP Heri Wijaya, jalan itu rusak.",
    "several behind a body": "Pimpinan KPK Alexandri Marwasta, Nurul Ghufrona, dan Johan Tanakara hadir.",
    "member and chairman": (
        "Anggota DPR RI sekaligus Wakil Ketua Umum Partai Golkar Bambang Susatya menegaskan hal itu. "
        "Anggota DPRD Bali yang juga Ketua DPD Gerindra Bali, Made Mulyawan, tidak hadir."
    ),
    "members and chairman": "Anggota DPR RI dan Ketua Umum Partai Golkar hadir.",
    "team of counsel": "Dalam sidang, tim pengacara Habib Rizalman hadir. Rizalman diam.",
    "chief of counsel": "Ketua tim pengacara Danu Saputra meminta hakim adil.",
    "name and party in a headline": (
        "Dolly Golkar Minta DPR Bahas RUU Pemilu\n\n"
        "Ketua Komisi II DPR Ahmad Dolly Kurniawansa meminta DPR membahas RUU."
    ),
    "name and party without a verb": "Dolly Golkar dan Kader\n\nKetua Komisi II DPR Ahmad Dolly Kurniawansa hadir.",
    "short name with a bare title": "Bupati Lumajang Thoriqul Hakima hadir. Bupati Thoriq meminta warga tenang.",
    "short name of two": (
        "Bupati Lumajang Thoriqul Hakima bertemu Bupati Jember Thoriqman. Bupati Thoriq meminta warga tenang."
    ),
    "beginning of a name": "Kapolsek Ngaglik Kompol Rudiyanto memimpin operasi. Motor itu curian, ujar Rudi.",
    "beginning of two names": (
        "Camat Woha Rudiyanto Wijaya bertemu Bupati Tebo Rudihartono Saputra. Motor itu curian, ujar Rudi."
    ),
    "suspect of a like name": "Kapolsek Ngaglik Kompol Rudiyanto memimpin operasi. Rudi (23) mengaku mencuri motor.",
    "officer of a like name": (
        "Kapolsek Ngaglik Kompol Rudiyanto memimpin operasi. Menurut Aipda Rudi, motor itu curian."
    ),
    "observer of a university": (
        "Pengamat politik Arlan Kusmana berbicara. Menurut pengamat dari Universitas Arlangga (Unar) itu, MK netral."
    ),
    "any observer": "Pengamat politik Arlan Kusmana berbicara. Menurut pengamat dari Universitas Arlangga, MK netral.",
    "asked to leave": "Massa menuntut Budi Wijaya mundur dari jabatan Bupati Tebo.",
    "left": "Rama mengatakan Budi Wijaya mundur dari jabatan Bupati Tebo.",
    "nickname with a title": "Bupati Kudus Suhartoyo Wibawa (Cak Toyo) hadir. Cak Toyo meminta warga tenang.",
    "team of a ticket": (
        "Deputi Hukum Tim Pemenangan Nasional (TPN) Gading-Mahesa, Tohar Lubis Mulya, menggugat hasil itu."
    ),
    "spelling": "Ketua KPU Blora Soedjono Hartawan hadir. Sujono Hartawan meminta warga tertib.",
    "number of the unit": (
        "Danramil 421/09 Sukarame Kapten Gandi membagikan takjil. Danramil Sukarame, Kapten Gandi, berharap banyak."
    ),
    "longer name of the unit": (
        "Kepala Dinas Pekerjaan Umum dan Penataan Ruang (PUPR) Kabupaten Blora M Puncak Sentosa hadir. "
        "Kepala Dinas Perhubungan dan Permukiman, Danar Prakosa, tidak hadir. "
        "Kepala Dinas Kesehatan dan Kapolres Blora bertemu Kepala UPTD KPH Liwa Dishut Provinsi Jambi, Sastra Wiguna."
    ),
    "title written small": (
        "Kepala Dinas Kesehatan Blora dr. Ratna Wijayanti, meminta warga sabar. Hadir pula drg Siska Amelinda."
    ),
    "between office and name": (
        '"Warga resah," kata Camat Blora saat ini, Rama Wijaya. Hadir Sekretaris Dinas PUPR setempat Andin Budiman. '
        "Kapolri saat itu, Jenderal Surya Dananjaya, memerintahkan penyelidikan. "
        "Duta Besar Republik Indonesia di Bern, Mulya Hadiwinata, menjelaskan hal itu. "
        "Rapat dihadiri Kapolres di Solo, Bagas Sentana tidak datang."
    ),
    "office of an office": (
        "Surya Dananjaya menjabat sebagai Sekretaris Militer Presiden Megah Sukarnadewi. "
        "Koordinator Dosen Pembimbing Lapangan Universitas Lumajang, Eko Ramadhan, mengungkap hal itu. "
        "VP Corporate Secretary Garuda Indonesia Cahya Indrananto sependapat."
    ),
    "by mandate": (
        '"Kami keberatan," kata kuasa hukum Nikita Wulandari, Machi Ahmadi. Pengacara Hotasi Damanik juga hadir. '
        "Tim kuasa hukum Rama, Johan Panjaitan, datang."
    ),
    "named with an abbreviation": (
        "Ketua Perhimpunan untuk Pemilu dan Keadilan (Perlukad) Rama Wijaya meminta KPU terbuka."
    ),
    "formerly, behind a bare name": (
        "Hadir dua tokoh, yakni Muldoko dan Marzuki Alinda, mantan Ketua Dewan Perwakilan Rakyat yang kini petani."
    ),
    "presidents before": (
        "Presiden Ke-6 RI Surya Bambang Wijaya datang. Bupati Lampung Barat Hi. Parosil Mabrur meminta warga tenang."
    ),
    "office in a directorate": (
        "Kabag Ops Dirlantas Polda Metro Jaya AKBP Darmawan Sentana menjelaskan lalu lintas. "
        "Hadir Kapolres Blora, Kapolsek Cepu AKP Wisnu Aji."
    ),
    "neighbourhood": 'Ketua RT 03, Burhan, menjelaskan hujan. "Aman," kata Ketua RW 05, Sentana.',
    "offices of the police": (
        "Kasatres Narkoba Polres Blora AKP Vino Agafea, KBO Satlantas Polres Blora Iptu Surata, dan Korwil BIN Kota "
        "Solo, Aulia Akmalia, hadir. Direktur Kepolisian Perairan dan Udara (Polairud) Polda Jawa Timur, Kombes "
        "Arnapia, tidak."
    ),
    "no holders": (
        "Turnamen Kapolri Cup digelar di Solo. Presiden pertama kali datang. Presiden Kelima RI Megawati Sukarna hadir."
    ),
    "initials behind a name": "Wali Kota Bandarlampung Herman HN meminta warga tenang.",
    "corps with a full stop": "Hujan turun. Dandim 0632 Kota Cilegon Letkol Inf. Miftakhul Khoiri menyampaikan pesan.",
    "terms and newcomers": (
        "Kapolres Solo yang baru, AKBP Rama Wijaya, menyapa warga. Ketua BEM UI periode 2023-2024 Melki Sentana "
        "menolak. Kapolda saat ini belum menjawab."
    ),
    "followed in the post": "AKBP Rama Wijaya resmi dilantik menjadi Kapolres Solo menggantikan AKBP Budi Sentana.",
    "places behind places": "Kepala Desa Sukamaju, Kecamatan Cibinong, Kabupaten Bogor, Rama Wijaya, meminta bantuan.",
    "member besides": '"Itu benar," ujar Rama Wijaya yang juga anggota DPRD Solo dari Fraksi PKS. Ia anggota Polri.',
    "abbreviation before the number": "Kepala Staf Kodam (Kasdam) IV/Diponegoro Brigjen TNI Budi Irawanta hadir.",
    "two letters of a name": "Ketua DPC PDI Perjuangan Kota Solo FX Hadi Rudyata menolak.",
    "descendants": "Panglima TNI Jenderal Surya Dananjaya membolehkan keturunan PKI menjadi prajurit.",
    "panel": "Majelis Hakim PTUN Jakarta meminta para pihak hadir.",
    "month in a name": "Sekretaris Jenderal Partai Solidaritas, Raja Juli Antana, bertemu para pendeta pada Juli 2025.",
    "mosque": "Imam Besar Masjid Istiqlal, Nasarudin Umarsyah, meminta jemaah tertib.",
    "this former officer": (
        "Panglima TNI Jenderal Surya Dananjaya membuka rapat. "
        "Mantan Kepala Staf Angkatan Darat (Kasad) tersebut mengatakan dana dikurangi."
    ),
    "era": (
        "Di era Presiden Gandi Waluya jalan itu dibangun. Pada era kepemimpinan Bupati Mahesa Guntur pasar itu dibuka. "
        "Bupati Kaur Lintang Seruni meresmikan pasar kedua di era Bupati Lintang Seruni."
    ),
    "whose counsel": (
        "Terdakwa melapor bersama kuasa hukumnya, Rendra Pamungkas. Kuasa hukum keluarga korban, Widya Arunika, hadir."
    ),
    "names with titles": (
        "Kepala Badan Pengawas Obat dan Makanan Prof dr Taruna Wijaya meminta warga waspada. "
        "Dekan Fakultas Farmasi Universitas Padjadjaran, Prof Dr apt Yahdiana Lestari, M.Si, hadir. "
        "Rektor UGM Prof. dr. Ovalia Sentana, M.Med.Ed., tidak hadir. "
        "Ketua PCNU Jombang KH. Fahmi Hadziq, M.Pd.I, ikut datang."
    ),
    "names with initials": (
        "Kasi Penkum Kejati Bali A.A. Ngurah Jayantara menjelaskan perkara itu. "
        "Kapolres Gowa, AKBP Renaldi T.S. Simanjorang, S.I.K., membenarkan. "
        "Kepala BNPB Letjen TNI Suharyono S.Sos., M.M. meminta daerah siaga. "
        "Gubernur D.I. Yogyakarta Rama Wijaya setuju."
    ),
    "a body with its abbreviation": (
        "Ketum Barisan Relawan Rama Presiden (Bara RP) Gustaf Pattya mengkritik hal itu. "
        "Direktur Eksekutif Information and Communication Technology (ICT) Institute Heru Sutama menilai lain. "
        "Bupati Jember Budi Sentana (BS) tidak datang. "
        "Komandan Upacara Inspektur Jenderal (Irjen) Dadang Hartana memberi hormat."
    ),
    "places behind heads": (
        "Kepala Kejaksaan Negeri Andoolo Ujang Sutisna memerintahkan jaksa. "
        "Suryana selaku Kadus Katangka, Bulukumba, melapor. "
        "Kepala Desa Alun Alun Dulhanan menduga hal lain. "
        "Koordinator utama Ko Ko Soe pulang. Wabup Sugirah, dan perwakilan warga, datang."
    ),
    "removed from beside": (
        "Kapolri resmi mencopot Kapolres Blora AKBP Rama Wijaya. "
        "Massa menuntut agar Kapolda memecat Kapolres Kaur AKBP Budi Sentana. "
        "Gubernur tidak akan mencopot Kepala Dinas Kesehatan Bali Ketut Suardana."
    ),
    "from post to post": (
        "AKBP Rama Wijaya yang sebelumnya menjabat Kapolres Blora dimutasi sebagai Wadirlantas Polda Bali. "
        "AKBP Budi Sentana pernah menjabat Kapolres Kaur dan menjabat Kapolres Solok. "
        "Jabatan Kapolres Sragen kini diemban AKBP Danar Prakosa menggantikan AKBP Bayu Segara."
    ),
    "a fraction and a member": (
        "Anggota Komisi II DPR F-Demokrat Rezka Oktaviana bertanya. "
        "Ketua PSI Bali yang juga anggota DPRD Denpasar Emiliana Sri Wahyana menjawab. "
        "Deputy Head of Equity Research Mandiri Sekuritas Tjandra Lienanda diam. "
        "Sofia Kusumaya selaku wakil presiden PT Harsena Lab, pembuat obat, tertawa."
    ),
    "another name behind a title": (
        "H. Abdul Rasyid bin H. Salman alias Haji Acil meminta Camat Kaur Danar Sentana datang."
    ),
    "seats of prisons and courts": (
        "Kalapas Cibinong Wisnu Hanindya mengatakan hal itu. Kepala Rutan Kelas IIB Wates Budi Sentana membantah. "
        "Juru bicara PN Sungailiat Utari Wijana diam. Hakim Pengadilan Negeri (PN) Andoolo memutuskan perkara. "
        "Ketua Komnas HAM Perwakilan Papua Frits Ramanda mendesak polisi."
    ),
    "candidates of a team": (
        "Ketua Tim Pemenangan Rama-Sinta Arsyad Rasyada meminta relawan tenang. "
        "Ketua Tim Kampanye Nasional Rama Wijaya-Gibral Raka Buming, Rosana Lestari, setuju. "
        "Mardana dipilih menjadi ketua timses Anas - Sanda."
    ),
    "terms that are over": (
        "Ketua DPRD Kabupaten Banjar periode 2014-2019, Dadang Kalyuba, ditahan, Senin (4/3/2024). "
        "Bupati Kaur periode 2021-2026 Budi Sentana hadir. Gubernur Jatim 2018-2023 Rama Wijaya juga hadir. "
        "Menko Polhukam era Prakosa, Danar Segara, tidak."
    ),
    "suspended": (
        "Kadiv Propam Polri nonaktif Irjen Rama Wijaya diperiksa. Wakil Ketua KPK nonaktif, Lila Pintasari, menunggu. "
        "Ketua KPU Kaur terpilih secara aklamasi."
    ),
    "professions at a body": (
        "Dosen Fakultas Hukum Universitas Nusa Mandiri, Yosef Tuba Helarius, menilai langkah itu keliru. "
        "Menurut dosen Fakultas Ilmu Politik di Universitas Jenderal Wiranata Rania Putri, publik bingung. "
        '"Biasa saja," kata pengamat politik dari Universitas Nusa Bangsa, Danu Prasojo. '
        "Kapten tim Garuda Muda, Bimo Kusuma, siap bertanding. Satpam SMK Bina Warga, Heri Santika, melihat api."
    ),
    "professions without a body": (
        "Hal itu disampaikan kepada wartawan di Polda Kaur, Sabtu. Laporan wartawan Warta Kita, Danu Prasojo. "
        "Psikolog anak Rania Putri dan pengamat politik Bimo Kusuma hadir."
    ),
    "counsel of two": "Kuasa hukum Sugiman dan Suryana, Hendra Gunadi, meminta jaksa adil.",
    "airbase named after a person": (
        "Komandan Pangkalan Udara I Gusti Ngurah Sutama Letkol Pnb Putu Sudirga menyatakan bandara siap."
    ),
    "two fields and a third": (
        "Direktur Tindak Pidana Perempuan dan Anak serta Pemberantasan Perdagangan Orang Polri Brigjen Rania Putri "
        "mengatakan korban sudah pulang."
    ),
    "names of three parts": (
        "Ketua Yayasan Nurani, Ustaz Abu Salim Ba'asyar, menolak. Asep Karimullah, Ketua KPU Kaur, diam."
    ),
    "body or person behind a verb of saying": (
        '"Itu keliru," tulis JKRM. "Ia lupa," kata RSW. "Kami ikut," ujar SUGENG.'
    ),
    "given name that is a place": (
        "Koperasi menunjuk Bandung Prasaja Wiguna sebagai kuasa hukum. Bandung mengatakan gugatan segera masuk. "
        "Wakil Menteri Kesehatan Bima Surya Wijaya datang ke Bandung. Bima mengatakan vaksin cukup."
    ),
    "common noun as given name": (
        "Sudah berapa hari? Kepala Bagian Humas DPRD Sragen, Hari Wicaksana, menyebut rapat mundur. "
        "Hari menambahkan, jadwalnya disusun. Beberapa Hari menjelang rapat, Lurah Sidorejo, Gedean, Sleman, cuti."
    ),
    "holder before a place": (
        "Rombongan menjenguk Ketua Umum Partai Rakyat Suhardiman di Rumah Sakit Medika. "
        "Menteri Pertahanan Kongo Felix Mbala dan Sekertaris Jenderal Partai Rakyat Rania Putri menyambutnya."
    ),
    "number on the ballot": "Paslon nomor urut dua menyapa warga. Rama Wijaya, calon bupati nomor urut empat, hadir.",
    "this member": (
        'Rama Wijaya menolak usul itu, kata politikus PPP Arsa Saniya di Senayan. "Tidak benar," kata Arsa. '
        "Lebih lanjut anggota Komisi III DPR RI itu menyoroti rekam jejak menteri."
    ),
    "a member who is another": (
        '"Tidak benar," kata Rama Wijaya. Ia meminta agar anggota DPRD Solo itu mundur. '
        "Anggota Polri itu dibawa ke Polda."
    ),
    "short names of offices": (
        "Wadirtipikor Mabes Polri, Kombes Pol Arief Adihara, menyatakan polisi akan mengusut. "
        "Kanitturjawali Satlantas Polres Solo Ipda Budi Sentana dan Kapuskodal Polda Bali Kompol Made Suyana hadir."
    ),
    "divisions of a commission": (
        "Koordinator Divisi Pencegahan, Partisipasi Masyarakat, dan Humas Bawaslu RI Lola Suhenda mengimbau warga. "
        "Kadiv Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM KPU Solo Bambang Kristana hadir. "
        "Kanit Harda Satreskrim Polres Solo Iptu Budi Sentana juga. Kapolres, Humas Polda Bali, dan Dandim tidak."
    ),
    "two for two": (
        "Ketua dan Sekretaris KPU Solo, Rama Wijaya dan Budi Kusuma, diperiksa. "
        "Rektor Unair yang juga Ketua Forum Rektor Indonesia, Mohammad Nasiha, menolak."
    ),
    "small words in names": (
        "Presiden Suriah Basar al-Hamid bertemu Kanselir Jerman Karl van der Linden. "
        "Menteri Luar Negeri Malaysia Mahmud bin Haji Karim dan Presiden Brasil Luis da Silva Kosta hadir. "
        "Kapolda Jambi Irjen Surya Dananjaya bin menunggu."
    ),
    "a name behind a place": (
        "Bupati Sleman Harda Jaya Kiswanto meminta camat siaga. Wali Kota Tangerang Arief R Wismana menunggu. "
        "Ketua DPRD Kediri Melani Pertiwi menerima warga. Wali Kota Bogor Bima A Sugianto tidak hadir. "
        "Gubernur Riau Abdul Wahidin, Ustaz Abdul Karima, dan warga hadir. "
        "Kapolres Pagar Alam AKBP Arif Harsana dan Kapolsek Medan Sunggal Kompol Budi Sentana juga."
    ),
    "a day behind a name": (
        'Kapolda Metro Jaya Irjen Karyana memeriksa pos. "Kami siap," kata Karyana Minggu 22 September 2024.'
    ),
    "lost as": (
        "Budi Sentana dibebaskan dari jabatannya sebagai Menteri Perdagangan. "
        "Rama Wijaya diminta mundur dari jabatannya sebagai Bupati Ngada. "
        "AKBP Danar Prakosa terancam dicopot dari jabatannya sebagai Kapolres Batang."
    ),
    "one post of several": (
        "Anggota Komisi III DPR RI Jarot Saifudin, Willy Aditama, dan Budi Sentana hadir. "
        "Komisioner KPU Kaur Anwar Wijaya dan Nia Sari memantau gudang. "
        "Bupati Kaur Gerry Pausa dan Mira Santosa menghadiri misa. "
        "Anggota DPRD Blora Siswanto bertemu Rama Wijaya dan Lila Pintasari di pasar."
    ),
    "beside others": (
        "Sopir Bupati Kaur, Budi Kusuma, dan sekretaris Jaksa Agung Muda Pidana Khusus, Rama Wijaya, diperiksa. "
        "Sekretaris Dinas Kesehatan Kaur, Bayu Segara, hadir bersama Dr. Danar Prakosa (dosen, mantan Rektor Unika "
        "Cakra). "
        "Mayor Jenderal Polisi Tirta Wangsa, pendiri Sinagoga Ohel Yaakov, diwakili ayahanda Bimo Kertapati."
    ),
    "of whom a role is": (
        "Chrisna Adiwangsa, kuasa hukum Sri Panuntas, mengatakan perkara ini lama. "
        "Hasto Wibowo, juru bicara Anindya Baskara, membantah. Jubir Rama Wijaya, Bimo Kusuma, setuju. "
        "Kuasa hukum Rama Wijaya lainnya, Yakub Hasibuana, hadir. Ditemui di Solo, kuasa hukum Budi Kusuma menolak."
    ),
    "who serves or stands in": (
        "Menurut sekretaris Menteri Perdagangan, Budi Sentana, hal itu benar. "
        "Sopir Wali Kota Metro, Rama Wijaya, diperiksa. "
        "Mewakili Kapolda Bali, Kombes Danar Prakosa membuka acara. Atas nama Bupati Ngada, Maria Wea meminta maaf. "
        "Kompol Haryana mewakili Kapolres Kaur, AKBP Yana Ferdian, hadir. "
        "Utusan Khusus Presiden Bidang Iklim Hasim Joyo juga."
    ),
    "called by a lone office": (
        'Rifki Karsana hadir. "Untuk jabatan bupati, wali kota itu kan harus ada norma," ujar Rifki. '
        "Juru bicara Satgas Penanganan COVID-19 Prof Wiku Adisama dan Staf Khusus Kementerian Koordinator Pangan "
        "Budi Sentana menunggu."
    ),
    "pointed at in a quotation": (
        'Budi Sentana hadir. "Kapolres Kaur itu harus dicopot," kata Budi. '
        '"Kami menunggu," kata Rama Wijaya. Mantan Kapolda Jambi itu meminta warga tenang.'
    ),
    "mother of a party": (
        "Ibu korban, Sepriana Paulina, menuntut keadilan. Ibu Kapolres Tebo Rania Putri hadir. "
        "Waka Pendam IX/Udayana Letkol Inf Amir Wiratama dan Waka Polres Tebo Kompol Budi Sentana juga."
    ),
    "firms, schools": (
        "Direktur Operasional PT Bumi Hijau Hasan Basri dan CEO Tokobelanja William Tanu hadir. "
        "Kepala SDN 2 Sukorejo Siti Aminah serta Kepala UPT Pelabuhan Perikanan Muncar Hasan Basri menunggu. "
        "Kadiv Marketing Perum Bulog Subalin Agung Gunawan tidak datang. "
        "Kepala Sekolah SMAN 1 Jatiwaru Rustaman Arief Budiman juga."
    ),
    "officers of other countries": (
        "Gubernur Negara Bagian North Dakota Laura Heller menolak. Athan Australia Kolonel Mark Daleyson setuju. "
        "Komisaris Tinggi PBB untuk Hak Asasi Manusia Peter Lang dan Juru bicara Hamas Abu Khalil berbicara. "
        "Kepala Kepolisian Los Angeles Jim Donnelly menunggu."
    ),
    "boards and initials": (
        "Sekretaris DPD Partai Golkar Jawa Barat MQ Ismail hadir. Bekas Ketua DPP Yores Raweyan menolak. "
        "Kepala Badan Saksi Pemilu Nasional (BSPN) DPD PDIP Jatim, Heri Yulianta, menjelaskan hal itu."
    ),
    "teams and staff": (
        "Staf Diskominfo Kabupaten Bogor, Edwin, dan perwakilan Tim Lapor Bupati Bogor, Tommy, hadir. "
        "Keluarga Bupati Bogor, Siti Aminah, menunggu. "
        "Menteri Sosial menegur pimpinan dan staf di BRSPDSN Wyasa Guna, Kota Bandung."
    ),
    "villages": (
        "Sekretaris Desa Sukamaju Budi Hartono dan Keuchik Gampong Lamteh Muzakir Hasan hadir. "
        "Kepala Desa Pringsewan Kecamatan Cibungur Rama Wijaya menunggu. Wali Nagari Sungai Pua Feri Eldian setuju. "
        "Geuchik Desa Alue Bilie, Muhammad Nasir, menolak. Sekretaris Desa Bimo Kusuma juga hadir."
    ),
    "told to a lone office": (
        "Selain itu, kepada penyidik Sumarto Wiguna membantah memukul petugas. "
        "Kepada hakim Rania Putri mengaku menyesal. Kepada bupati Budi Sentana, warga mengadu. "
        "Kepada Kapolres Kaur AKBP Yana Ferdian mengucapkan selamat."
    ),
    "beside an officer in apposition": (
        "Mayjen TNI Hadian Susanta, Aslog KSAD Jenderal Danar Prakosa, memimpin apel. "
        "Kolonel Inf Rama Wijaya, Asops Pangdam Jaya Mayjen TNI Bimo Kusuma, hadir. "
        "Asintel Panglima TNI Laksda Yoga Tirtana membuka rapat. "
        "Turut hadir Brigjen Pol Surya Dananjaya, Waasops Kapolri Brigjen Pol Arga Wicaksana, dan Kapolda Bali "
        "Irjen Bram Sadewa."
    ),
    "whom an assistant serves": (
        "Kasad menyalami Mayjen TNI Hadian Susanta sebagai asisten logistik Kasad di depan tamu."
    ),
    "former deputy": (
        "Polisi memeriksa mantan Wakil Bendahara Umum Partai Cempaka Rama Wijaya. "
        "Eks Wakil Sekretaris Jenderal Partai Melati, Rania Putri, membantah. "
        "Wakil Bendahara Umum Partai Cempaka Budi Sentana setuju."
    ),
    "no part of a name": (
        '"Sungai kotor," ujar Kepala Dinas Lingkungan Hidup Metro Budi Wiranata. "Ikan mati," ujar Budi Sehingga, '
        "warga mengeluh. Adik korban, Inisial DN (35), melapor. Menurut Budi, sungai harus bersih."
    ),
    "alias": (
        "Wakil Ketua Badan Legislasi DPR Ahmad Bantara alias Sentot meminta maaf. Sentot menjelaskan alasannya. "
        "Polisi menangkap Rama Wijaya alias Kancil dan Rania Putri alias Neng."
    ),
    "places and bodies between": (
        "Ketua RT 21, Kelurahan Belo, Endi Bokona, meminta warga tenang. "
        "Bhabinkamtibmas Kelurahan Fatukora, Kecamatan Maularang, Aipda Danu Prakosa, dikenal warga. "
        "Deputi Bidang Perlindungan Hak Perempuan, KemenPPPA RI, Desi Andriana mengungkapkan hal itu. "
        "Kepala Bidang Humas Polda Jatim, Polres Kaur, Rama Wijaya, dan warga hadir."
    ),
    "called by a name": (
        "Kepala Dusun Krajan bernama Sutrisno ditahan. Kepala Desa Sukamaju berinisial AB dicopot. "
        "Warga menyuarakan agar Lurah Ciganjur berinisial PR dicopot. "
        "Massa mendesak supaya Kapolres Kaur AKBP Rama Wijaya dicopot."
    ),
    "in his own office": (
        "Rama Wijaya dalam kapasitasnya sebagai Ketua KONI Kaur hadir. "
        "Budi Santoso bertemu Bimo Kusuma dalam kedudukannya sebagai Bupati Ngada. "
        "Hendri Saputra melaporkan kepada Danar Prakosa atas terpilihnya sebagai Ketua Umum PWI."
    ),
    "streets named after officers": (
        "Truk mogok di Jalan Panglima Sutomo, Kecamatan Wlingi. Pameran dibuka di Gedung Gubernur Wijaya, Kota Batu. "
        "Dosen Universitas Wahid Hartono, Suparmin, dan Gubernur Banten Rania Putri hadir."
    ),
    "behind an adverbial": (
        "Pada Rabu (3/4/2024), Ruben Santosa, Kepala Kebijakan Publik Tokoraya Indonesia ditanyai penyidik. "
        "Sementara itu, Danu Prasetyo, Kasi Humas Polres Kaur menjelaskan kronologi. "
        "Setelah menemui Bimo Kusuma, Kapolres Metro meminta warga tenang. "
        "Hernita, Kepala BPJS Kesehatan Cabang Metro, menambahkan hal itu."
    ),
    "years behind an office": (
        "Mantan Kapolri 2016-2018 Arga Wicaksana dan mantan Menteri Koordinator Bidang Politik dan Keamanan periode "
        "2014-2019 Bimo Kusuma hadir. Danar Prakosa, Menteri Sekretaris Negara saat itu, menolak."
    ),
    "matters that bodies are called by": (
        "Menteri Koordinator Bidang Hukum, HAM, Imigrasi, dan Pemasyarakatan Arga Wicaksana membuka rapat. "
        "Mereka yang dilantik adalah Wakil Menteri Koordinator Bidang Hukum, HAM, Imigrasi, dan Pemasyarakatan "
        "Bimo Kusuma dan Menteri Agama. Menteri Pertanian, Menteri Perdagangan, dan Kapolri Bram Sadewa hadir."
    ),
    "firms that bear names": (
        "Direktur Utama PT Surya Dharma Ari Wiguna SH meminta maaf. Kepala BNN Asahan, Andre Wijaya, membenarkan hal "
        "itu. Kepala Bidang Humas dan Media PP PRSI, Broto Santosa, hadir. "
        "Ketua Umum Rumah Peduli Perempuan dan Anak Nusantara (RPPAN), Fuad Hartono, hadir."
    ),
    "from a district": (
        "Anggota DPR RI dari daerah pemilihan (Dapil) Papua Yan Wanggai dan anggota DPR RI dari Dapil Jawa Timur III, "
        "Danu Prasetyo, hadir. Rapat dihadiri anggota DPRD Bantul yakni Rama Wijaya."
    ),
    "beside the subject": (
        "Saat bersama Rania resmi menjabat gubernur pada Oktober mendatang, Bimo berjanji. "
        "Rama Wijaya sekaligus Direktur Eksekutif Algoritmika menilai hal itu wajar. "
        "Danar Prakosa bersama Surya Dananjaya selaku Ketua KONI Kaur hadir."
    ),
    "short for a body": (
        "Yayasan Melati Garini (Yamarini) membantu warga. Ketua Umum Yamarini Rania Putri hadir. "
        "Arga Wicaksana Penjabat (Pj) Gubernur Jambi membuka acara. Presiden SBY memuji."
    ),
    "who leads a meeting": (
        "Usul itu disetujui pimpinan rapat, Yanuar Hartono. Kuasa hukum sejumlah korban kekerasan seksual, Rania "
        "Putri, melapor. Menurut koordinator aksi, Danu Prasetyo, warga menolak. Menteri Luar Negeri Malaysia Datuk "
        "Seri Anwar Kamil hadir. Dua advokat Bimo Kusuma dan Rama Wijaya menggugat. Kuasa hukum para korban hadir."
    ),
    "given names that are nouns": (
        "Kapolsek Natar Kompol Umi Lestari hadir. Ketua DPRD Metro Putri Maharani datang. Putri Presiden Surya, Rania, "
        "ikut. Direktur Utama Sorta Holdings Edwin Surya menyambut."
    ),
    "a spokesman and whom he speaks for": (
        "Rama tiba pagi. Juru bicara Rama Wahyu Hamdani mengantar. Hujan turun, kata Wahyu. Pengacara Danar "
        "Prakosa pulang."
    ),
    "a firm named after sons": "Direktur PT Putra Surya Banjar Rama Wijaya absen.",
    "counsel of a former mayor": (
        "Pengacara mantan Bupati Tebo, Surya Wicaksana, menunda pemeriksaan. "
        "Juru bicara mantan Presiden, Rangga Pratama, juga hadir."
    ),
    "number of a decree": (
        "Surat Edaran Gubernur Jambi Nomor 45/KP.03/KESRA terbit pada Senin. Gubernur Jambi Rangga Pratama menekennya."
    ),
    "kin in office": (
        "Hal itu diketahui ayah Rangga Pratama yang merupakan kepala desa Sukamaju. "
        "Istri Surya Wicaksana, yang juga Ketua PKK Tebo, hadir."
    ),
    "then, behind brackets": "Kepala Staf Angkatan Udara (KSAU) saat itu, Marsekal Surya Wicaksana, menolak.",
    "headquarters with a number": "Wakil Panglima Kodap XII/Lanny Jaya Rama Wijaya ditangkap di Jambi.",
    "a name that begins as a place": "Sidang dipimpin Rania Putri dengan anggota Bintan Saragih dan Rama Wijaya.",
    "honorific of a battalion": (
        "Danbrigif 24/Bulungan Cakti hadir. Komandan Yonif 131/Braja Sakti Rangga Pratama pulang. "
        "Kapolres Blora Surya Kusuma menunggu. Kapolsek Tanah Abang Kompol Rama Wijaya datang."
    ),
    "a base named after a person": "Danlanud Rama Wijaya Marsma TNI Surya Wicaksana tiba di Jambi.",
    "ordinary words behind an office": (
        "Hadir Kepala Badan Standar, Kurikulum, dan Asesmen. Ketua Kelompok Kerja Rokok Rania Putri setuju. "
        "Panglima Tertinggi menerima laporan. Setelah bertemu Presiden, Alhamdulillah kami lega."
    ),
    "a firm behind its chief": (
        "Mantan CEO Sinarpay Yoga Tirtana hadir. Menurut Founder Tirtapay, harga naik. Pendiri Wartabaru.id menolak. "
        "Pemilik warung, Surtono, setuju."
    ),
    "holders of one office in a list": (
        "Komisioner KPU Tebo, Rama Wijaya, Danar Lemuel dan Surya Kusuma, absen. JPU Rania Putri dan Kelvin "
        "Harbun, dalam tuntutannya, bersikeras. Gubernur Jambi Haris Mandala dan Stadion Utama disebut."
    ),
    "counsel by appointment": (
        "Golkar Tebo menunjuk Rangga Pratama dan Danu Prasojo sebagai kuasa hukum Margiono. Surya Kusuma "
        "selaku pengacara Rudi Hartono menolak. Bupati Tebo sebagai kuasa hukum disebut."
    ),
    "behind a clause about the holder": (
        "Pengacara LBH Tebo yang mendampingi korban, Rama Wijaya, menyesal. Kepala BPBD Blora yang memimpin "
        "evakuasi, Surya Kusuma, pulang. Rektor Unja yang juga Ketua Forum Rektor, Danu Prasojo, hadir. "
        "Menurut Ketua RT yang melihat kejadian, Rangga jatuh."
    ),
    "whole name of a firm behind a verb": (
        "Rangga Pratama menjabat sebagai Presiden Direktur PT Mekar Jaya Abadi. Kombes Surya ditunjuk menjadi"
        " Direktur PT Mitra Jaya Wibawa. Ketua PT Mekar Danu Prasojo hadir. Rama menjadi ajudan Presiden "
        "Megah Sukarnadewi."
    ),
    "name in brackets": (
        "Itu perintah Pak Bupati Garut (Sukma Wijaya), katanya. Gubernur Sulut (Sulawesi Utara) hadir. Ketua "
        "PKPI (Partai Keadilan Persatuan Indonesia) pulang."
    ),
    "schools with Arabic names": (
        "Ketua Yayasan Pondok Pesantren (PP) Al Hikmah Ahmad Sobari pulang. Kepala MTs Darul Ulum Siti Aminah"
        " menegur. Gubernur Jambi Al Haris hadir. Kepala Puskesmas Bantul Sinta Larasati datang."
    ),
    "contracted office of no list": (
        "Danpuslatsenjata Kolonel Inf Rama Wijaya menutup latihan. Danau Toba ramai, kata Kapten Surya. "
        "Kadisbekmat Letkol Danu Prasojo pulang."
    ),
    "until which year": (
        "Rangga Pratama yang menjadi penasihat KPK pada 2005-2013 menilainya ganjil. Surya Kusuma (60) yang "
        "diketahui merupakan anggota DPRD Tebo ditahan."
    ),
    "who speaks in between": (
        "Ketua DPD Golkar Tebo Rania Putri tiba. Ia mendukung usul Ketua Umum Golkar Rama Wijaya. Anggota "
        "Komisi IV DPR itu optimistis."
    ),
    "in somebody's party": (
        "Rangga Pratama masuk politik pada 2009. Di partai besutan Surya Kusuma itu, ia menjabat sebagai "
        "Ketua Bidang Organisasi DPP Cempaka."
    ),
    "then, behind a name and a preposition": (
        "Menurut Rangga Pratama, Menteri Luar Negeri saat itu, perjanjian itu sah. Menurut Surya Kusuma, "
        "Menteri Luar Negeri menolak."
    ),
    "a doctor's hospital": ("Direktur RSUD Dr. Sutama Blora, Rania Putri Wijaya, tiba."),
    "expert at headquarters": "Polri mengirim ahli forensik Mabes Polri Dr dr Rania Putri ke Tebo.",
    "foreign ranks": (
        "Komandan Armada Pasifik Amerika Serikat Admiral Peter Holden tiba bersama Lieutenant Colonel John Baker."
    ),
    "counsel of a named client": (
        "Warga membantu kuasa hukum Mbah Surtono. Rama Wijaya, kuasa hukum Mbah Surtono, membawa berkas. "
        "Mbah Surtono menunggu di rumah."
    ),
    "a body behind its chief": (
        "Presiden Zentara Network menolak. Rania Putri selaku Direktur Sinar Cargo hadir. "
        "Panglima Komando Pasukan Gerak Cepat meninjau latihan."
    ),
    "a regent with a rare name": "Bupati Zanaria Putri tiba. Wali Kota Graz Bram Sadewa menyambutnya.",
    "whose kin somebody is": (
        "Putra Gubernur Jambi Isran Wijaya, Fadel Nugraha, diperiksa. Istri mantan Bupati Tebo Rahmat Hidayat, "
        "Sariati, hadir. Anak Wali Kota Metro Amran Salim, Danu, maju. Amran Salim diam. "
        "Anak Bupati Blora, Rudi, sakit."
    ),
    "whose kin, a president": "Putri Presiden Soekarno itu tiba pada Senin (2/6/2021). Presiden Jokowi menyambutnya.",
    "aged, in apposition": (
        "Rudi Hartono (45), Kepala Desa Suka, ditahan. Danu Prasojo, politisi yang juga Wakil Ketua DPRD Tebo, "
        "menolak. Rania Putri melihat warga yang juga Ketua RT 03 Suka."
    ),
    "fields and firms that no list has": (
        "Kabid Dikdas Rahmat Subarja menunda ujian. "
        "Menko Polkamtor Budi Hartanto meminta warga tenang. "
        "Chief Operating Officer (COO) Dompetrakyat Indonesia Reza Pahlevi menyebut volume naik. "
        "Rudi Hartono telah ditunjuk sebagai Dirut Sarirasa. "
        "Chief Executive Officer (CEO) Bungabiru mengatakan laba turun. "
        "Kanit Danang menolak."
    ),
    "an adverb that begins a name": (
        "Wakil Ketua Komisi V DPR RI Lalu Ahmad Suwardi meminta bus ditambah. "
        "Gubernur NTB Lalu Hasan Basri meninjau pasar. "
        "Kasat Lalu Lintas Polres Kaur AKP Danang Wibowo menutup jalan. "
        "Lalu Bupati Kaur Retno Wijaya pergi."
    ),
    "the title in brackets is the deputy": (
        "Wakil Direktur Reserse Narkoba (Wadirresnarkoba) Polda Riau AKBP Danang Wibowo membenarkan hal itu. "
        "Sebagai demisioner Ketua Umum Ikatan Dokter Indonesia, Budi Hartono yakin program berjalan. "
        "Kepala BNN Komisaris Jendral Rama Sasongko menolak."
    ),
    "left, and held before the next": (
        "Kapolri resmi melepas jabatan Wakapolri Komjen Agus Sentana. "
        "Komjen Surya Dananjaya melepas jabatan Kabareskrim. "
        "Budi Hartono akan melepas jabatan Ketua KPU. "
        "Rama Wijaya menjabat Kapolres Kaur sebelum dilantik menjadi Wakapolda Riau."
    ),
    "who followed somebody that goes on to another post": (
        "Irjen Budi Sentana menggantikan Irjen Toni Wijaya yang digeser Kapolri menjadi Kapolda Aceh. "
        "Kombes Danang Prakosa menggantikan Kombes Yoga Tirtana yang dimutasi sebagai Kapolres Kaur. "
        "AKBP Rama Sasongko menggantikan AKBP Gilar Nandana sebagai Kapolres Bima."
    ),
    "members of the body whose chair was named": (
        "Ketua DKPP Budi Sentana serta anggota Rama Wijaya dan Danang Prakosa memeriksa aduan itu. "
        "Ketua Bawaslu Kaur Retno Wijaya didampingi dua anggotanya, Budi Hartono dan Toni Wibowo, menolak. "
        "Kapolres Kaur AKBP Yoga Tirtana dan anggota meninjau pasar."
    ),
    "known by his field": (
        "Pakar hukum pidana Rama Wijaya menilai putusan itu keliru. "
        "Pengamat kebijakan publik, Danang Prakosa, sependapat. "
        "Seorang pengamat menolak."
    ),
    "held at a past time": (
        "Hal itu terjadi saat Rama Wijaya menjadi Bupati Kaur. "
        "Ketika Danang Prakosa menjabat Kapolres Bima, pasar itu terbakar. "
        "Saat ini Gilar Nandana menjabat Camat Tebo. "
        "Toni Hartono menjabat Dandim Kaur (2012-2014)."
    ),
    "two capitals within a name": ("Menteri Luar Negeri Retno LP Wijaya bertolak ke Kairo."),
    "a field of work that is an act as well": (
        "Direktur Registrasi dan Identifikasi Korlantas Polri Brigjen Rama Wijaya menolak. "
        "Ketua Tim Supervisi dan Inspeksi KPK Danang Prakosa sependapat."
    ),
}
