"""Tenures: who holds or held which post, by the short articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.tenures import find_tenures
from kg.model import Tenure
from kg.resolve.entities import link_entities
from tests.extract import parses
from tests.extract.mention_parses import documents, lexicon

Held = tuple[str, str, str, bool]  # person, office, rank, former

TENURES: dict[str, list[Held]] = {
    "whose kin somebody is": [
        ("Isran Wijaya", "Gubernur Jambi", "", False),
        ("Rahmat Hidayat", "Bupati Tebo", "", True),
        ("Amran Salim", "Wali Kota Metro", "", False),
    ],
    "whose kin, a president": [("Soekarno", "Presiden", "", True), ("Jokowi", "Presiden", "", False)],
    "aged, in apposition": [
        ("Rudi Hartono", "Kepala Desa Suka", "", False),
        ("Danu Prasojo", "Wakil Ketua DPRD Tebo", "", False),
    ],
    "ordinary words behind an office": [("Rania Putri", "Ketua Kelompok Kerja Rokok", "", False)],
    "counsel of a named client": [("Rama Wijaya", "kuasa hukum Mbah Surtono", "", False)],
    "a body behind its chief": [("Rania Putri", "Direktur Sinar Cargo", "", False)],
    "a regent with a rare name": [("Zanaria Putri", "Bupati", "", False), ("Bram Sadewa", "Wali Kota Graz", "", False)],
    "a firm behind its chief": [("Yoga Tirtana", "CEO Sinarpay", "", True)],
    "holders of one office in a list": [
        ("Rama Wijaya", "Komisioner KPU Tebo", "", False),
        ("Danar Lemuel", "Komisioner KPU Tebo", "", False),
        ("Surya Kusuma", "Komisioner KPU Tebo", "", False),
        ("Rania Putri", "JPU", "", False),
        ("Kelvin Harbun", "JPU", "", False),
        ("Haris Mandala", "Gubernur Jambi", "", False),
    ],
    "counsel by appointment": [
        ("Rangga Pratama", "kuasa hukum Margiono", "", False),
        ("Danu Prasojo", "kuasa hukum Margiono", "", False),
        ("Surya Kusuma", "pengacara Rudi Hartono", "", False),
    ],
    "behind a clause about the holder": [
        ("Rama Wijaya", "Pengacara LBH Tebo", "", False),
        ("Surya Kusuma", "Kepala BPBD Blora", "", False),
        ("Danu Prasojo", "Rektor Unja", "", False),
        ("Danu Prasojo", "Ketua Forum Rektor", "", False),
    ],
    "whole name of a firm behind a verb": [
        ("Rangga Pratama", "Presiden Direktur PT Mekar Jaya Abadi", "", False),
        ("Surya", "Direktur PT Mitra Jaya Wibawa", "Kombes", False),
        ("Danu Prasojo", "Ketua PT Mekar", "", False),
    ],
    "name in brackets": [("Sukma Wijaya", "Bupati Garut", "", False)],
    "schools with Arabic names": [
        ("Ahmad Sobari", "Ketua Yayasan Pondok Pesantren Al Hikmah", "", False),
        ("Siti Aminah", "Kepala MTs Darul Ulum", "", False),
        ("Al Haris", "Gubernur Jambi", "", False),
        ("Sinta Larasati", "Kepala Puskesmas Bantul", "", False),
    ],
    "contracted office of no list": [
        ("Rama Wijaya", "Danpuslatsenjata", "Kolonel Inf", False),
        ("Danu Prasojo", "Kadisbekmat", "Letkol", False),
    ],
    "until which year": [
        ("Rangga Pratama", "penasihat KPK", "", True),
        ("Surya Kusuma", "anggota DPRD Tebo", "", False),
    ],
    "who speaks in between": [
        ("Rania Putri", "Ketua DPD Golkar Tebo", "", False),
        ("Rama Wijaya", "Ketua Umum Golkar", "", False),
        ("Rania Putri", "Anggota Komisi IV DPR", "", False),
    ],
    "in somebody's party": [("Rangga Pratama", "Ketua Bidang Organisasi DPP Cempaka", "", False)],
    "then, behind a name and a preposition": [("Rangga Pratama", "Menteri Luar Negeri", "", True)],
    "a doctor's hospital": [
        ("Rania Putri Wijaya", "Direktur RSUD Dr. Sutama Blora", "", False),
    ],
    "expert at headquarters": [("Rania Putri", "ahli forensik Mabes Polri", "", False)],
    "foreign ranks": [("Peter Holden", "Komandan Armada Pasifik Amerika Serikat", "Admiral", False)],
    "a base named after a person": [("Surya Wicaksana", "Danlanud Rama Wijaya", "Marsma TNI", False)],
    "honorific of a battalion": [
        ("Rangga Pratama", "Komandan Yonif 131/Braja Sakti", "", False),
        ("Surya Kusuma", "Kapolres Blora", "", False),
        ("Rama Wijaya", "Kapolsek Tanah Abang", "Kompol", False),
    ],
    "a name that begins as a place": [],
    "kin in office": [],
    "then, behind brackets": [("Surya Wicaksana", "Kepala Staf Angkatan Udara", "Marsekal", True)],
    "headquarters with a number": [("Rama Wijaya", "Wakil Panglima Kodap XII/Lanny Jaya", "", False)],
    "counsel of a former mayor": [
        ("Surya Wicaksana", "Pengacara mantan Bupati Tebo", "", False),
        ("Rangga Pratama", "Juru bicara mantan Presiden", "", False),
    ],
    "number of a decree": [("Rangga Pratama", "Gubernur Jambi", "", False)],
    "told to a lone office": [("Budi Sentana", "bupati", "", False), ("Yana Ferdian", "Kapolres Kaur", "AKBP", False)],
    "beside an officer in apposition": [
        ("Hadian Susanta", "Aslog KSAD", "Mayjen TNI", False),
        ("Rama Wijaya", "Asops Pangdam Jaya", "Kolonel Inf", False),
        ("Yoga Tirtana", "Asintel Panglima TNI", "Laksda", False),
        ("Arga Wicaksana", "Waasops Kapolri", "Brigjen Pol", False),
        ("Bram Sadewa", "Kapolda Bali", "Irjen", False),
    ],
    "whom an assistant serves": [("Hadian Susanta", "asisten logistik Kasad", "Mayjen TNI", False)],
    "former deputy": [
        ("Rama Wijaya", "Wakil Bendahara Umum Partai Cempaka", "", True),
        ("Rania Putri", "Wakil Sekretaris Jenderal Partai Melati", "", True),
        ("Budi Sentana", "Wakil Bendahara Umum Partai Cempaka", "", False),
    ],
    "no part of a name": [("Budi Wiranata", "Kepala Dinas Lingkungan Hidup Metro", "", False)],
    "alias": [("Ahmad Bantara", "Wakil Ketua Badan Legislasi DPR", "", False)],
    "police chief": [("Bram Sadewa", "Kapolda Lampung", "Irjen Pol", False)],
    "behind": [("Gilar Nandana", "Kasi Humas Polres Sragen", "Iptu", False)],
    "abbreviated": [
        ("Arga Wicaksana", "Menteri Koordinator Bidang Politik dan Keamanan", "", False),
        ("Rania Putri", "Direktur Eksekutif Lembaga Pemantau Demokrasi Nusantara", "", False),
    ],
    "acting": [
        ("Yosafat Kogoya", "Pj Gubernur Papua Tengah", "", False),
        ("Danar Prakosa", "Plt Kepala Dinas Kesehatan Kota Solo", "", False),
    ],
    "former": [
        ("Surya Dananjaya", "Kadiv Humas Polri", "Irjen", False),
        ("Surya Dananjaya", "Kapolda Bengkulu", "", True),
        ("Wahyu Adiguna", "Kapolri", "Jenderal", True),
    ],
    "member of a body in brackets": [
        ("Hadar Wicaksana", "Komisioner Komisi Pemilihan Umum", "", False),
        ("Sinta Larasati", "anggota Badan Pengawas Pemilu", "", True),
    ],
    "former of a place": [
        ("Surya Dananjaya", "Ketua Badan Pengawas Pemilu", "", False),
        ("Surya Dananjaya", "Ketua Bawaslu Jawa Tengah", "", True),
    ],
    "removed": [
        ("Reno Hardika", "Kapolres Bima", "AKBP", True),
        ("Lalu Samsul", "Kapolsek Woha", "AKP", True),
    ],
    "handover": [
        ("Retno Palupi", "Kapolsek Godean", "AKP", False),
        ("Tomi Wardana", "Kapolsek Godean", "Kompol", True),
        ("Sinta Dewanti", "Kapolsek Gamping", "Iptu", False),
        ("Jaka Umbara", "Kapolsek Gamping", "AKP", True),
    ],
    "holding": [
        ("Bayu Segara", "Ketua DPC Partai Demokrat Ngawi", "", False),
        ("Bayu Segara", "Wakil Ketua DPRD Ngawi", "", False),
        ("Tirta Wangsa", "Kabid Humas Polda Bali", "Kombes Pol", False),
    ],
    "list": [
        ("Gerry Pausa", "Bupati Kaur", "", False),
        ("Yana Ferdian", "Kapolres Kaur", "AKBP", False),
        ("Mira Santosa", "Ketua KPU Kaur", "", False),
    ],
    "place between": [("Gerry Pausa", "Bupati Kaur", "", False)],
    "capitals": [("Krisna Abimanyu", "Kapolda Jambi", "Irjen", False)],
    "roles": [
        ("Hotasi Damanik", "Kuasa hukum keluarga korban", "", False),
        ("Feri Marlon", "Pengamat politik Universitas Andalas", "", False),
        ("Adit Mahesa", "Juru bicara Presiden", "", False),
    ],
    "candidate": [],
    "groups": [],
    "bare unit": [("Danu Wirawan", "Kapolres Klaten", "AKBP", False)],
    "introduction": [("Benhur", "Kapolda Maluku", "", False)],
    "career": [
        ("Dewa Sasmita", "Karo SDM Polda Jambi", "", True),
        ("Dewa Sasmita", "Wakapolri", "", False),
        ("Listya Prabawa", "Kapolri", "Jenderal", False),
    ],
    "deputy": [("Jati Ardana", "Wakil Menteri Sekretaris Negara", "", False)],
    "brand": [],
    "committee chair": [("Latifunnisa", "Ketua Komisi C DPRD Madiun", "", False)],
    "body named like an office": [("Wigung Prasaja", "Ketua GM FKPPI Jateng", "", False)],
    "members of an association": [
        ("Kadarman Witjaksana", "Ketua Asosiasi Kepala Desa Nusantara", "", False),
        ("Yogie Atmajaya", "Direktur Eksekutif Lembaga Kajian Hukum dan Kebijakan Publik", "", False),
    ],
    "counsel": [("Hotlan Sirait", "Koordinator Tim Kuasa Hukum Keluarga Bripda K", "", False)],
    "members": [("Gandi Wirasena", "Anggota Komisi III DPR", "", False)],
    "place in an office": [("Marwah Salsabila", "Kepala Inspektorat Kota Bima", "", False)],
    "moved": [
        ("Jaya Sentanu", "Kasat Lantas Polres Bone", "AKP", True),
        ("Jaya Sentanu", "Kasat Lantas Polres Wajo", "AKP", False),
        ("Wira Danu", "Wakapolri", "Komjen", False),
        ("Tirta Bhaskara", "Wakapolri", "Komjen", True),
    ],
    "posts in brackets": [
        ("Gede Wirata", "Ps Kasat Binmas Polres Bangli", "Iptu", False),
        ("Ayu Lestari", "Kasat Lantas Polres Klungkung", "AKP", True),
        ("Ayu Lestari", "Kasat Lantas Polres Tabanan", "AKP", False),
    ],
    "curriculum": [
        ("Panji Asmara", "Kapolres Demak", "", True),
        ("Panji Asmara", "Karo SDM Polda Bali", "", True),
        ("Panji Asmara", "Wakapolda Jambi", "", True),
        ("Panji Asmara", "Kapolda Jambi", "", True),
        ("Panji Asmara", "Kadiv Humas Polri", "Irjen", False),
    ],
    "offices side by side": [
        ("Wira Asmoro", "Ketua KONI Bantul", "", False),
        ("Wira Asmoro", "Ketua KNPI Bantul", "", False),
        ("Wira Asmoro", "Ketua PMI Bantul", "", False),
    ],
    "title before the unit": [
        ("Made Sutirta", "Irwasda Polda Bali", "Kombes", False),
        ("Bagas Wiratama", "Danrem 172/PWY", "Kolonel Inf", False),
    ],
    "glued": [
        ("Galih Prabowo", "Gubernur Banten", "", False),
        ("Ahmad Luthfi", "Bupati Demak", "", False),
        ("Sena Aditama", "Kapolda Banten", "Irjen", False),
    ],
    "heading in the text": [("Dharma Kusuma", "Kapolda Gorontalo", "Irjen", False)],
    "comma behind a rank": [("Hilmi Sentika", "Kapolda Lampung", "Irjen Pol", False)],
    "head of another government": [("Marcus Tanaka", "PM Singapura", "", False)],
    "title that is a name": [("Teuku Rayyan Khadafi", "Kapolres Pidie", "AKBP", False)],
    "presidents by number": [
        ("Jaka Widada", "Presiden RI ke-7", "", True),
        ("Jusman Kalam", "Wakil Presiden ke-10 dan 12", "", True),
        ("Boedianto", "Wakil Presiden ke-11", "", True),
        ("Praba Subrata", "Presiden ke-8 RI", "", False),
    ],
    "president in office by number": [("Jaka Widada", "Presiden ke-7 RI", "", False)],
    "abbreviated first name": [
        ("Moh. Rahmat Wijaya", "Ketua DPRD Sikka", "", False),
        ("Muh. Sahrul", "Kapolsek Woha", "AKP", False),
    ],
    "name that is a place too": [
        ("Satria Bima", "Anggota DPR RI", "", False),
        ("Rahmat Hidayat", "Wali Kota Bima", "", False),
        ("Arif Wijaya", "Ketua KPU Bima", "", False),
    ],
    "origin and comma": [("Hardi Kenanga", "Anggota DPRD Bali", "", False)],
    "origins in a list": [],
    "took the position of": [
        ("Argo Wiyana", "Kapolres Kediri", "AKBP", False),
        ("Yudi Harta", "Kapolres Kediri", "AKBP", True),
    ],
    "second predicate": [("Argo Wiyana", "Kasatlantas Polres Kediri", "AKBP", True)],
    "second predicate of another": [],
    "assistant of a president": [],
    "who also holds": [
        ("Heri Wijaya", "Kapolres Tebo", "AKBP", False),
        ("Heri Wijaya", "Wakil Ketua STPPC", "AKBP", False),
    ],
    "several behind a body": [("Alexandri Marwasta", "Pimpinan KPK", "", False)],
    "member and chairman": [
        ("Bambang Susatya", "Anggota DPR RI", "", False),
        ("Bambang Susatya", "Wakil Ketua Umum Partai Golkar", "", False),
        ("Made Mulyawan", "Anggota DPRD Bali", "", False),
        ("Made Mulyawan", "Ketua DPD Gerindra Bali", "", False),
    ],
    "members and chairman": [],
    "team of counsel": [],
    "chief of counsel": [("Danu Saputra", "Ketua tim pengacara", "", False)],
    "asked to leave": [("Budi Wijaya", "Bupati Tebo", "", False)],
    "left": [("Budi Wijaya", "Bupati Tebo", "", True)],
    "nickname with a title": [("Suhartoyo Wibawa", "Bupati Kudus", "", False)],
    "team of a ticket": [("Tohar Lubis Mulya", "Deputi Hukum Tim Pemenangan Nasional Gading-Mahesa", "", False)],
    "spelling": [("Soedjono Hartawan", "Ketua KPU Blora", "", False)],
    "number of the unit": [("Gandi", "Danramil 421/09 Sukarame", "Kapten", False)],
    "longer name of the unit": [
        ("M Puncak Sentosa", "Kepala Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Blora", "", False),
        ("Danar Prakosa", "Kepala Dinas Perhubungan dan Permukiman", "", False),
        ("Sastra Wiguna", "Kepala UPTD KPH Liwa Dishut Provinsi Jambi", "", False),
    ],
    "title written small": [("Ratna Wijayanti", "Kepala Dinas Kesehatan Blora", "", False)],
    "between office and name": [
        ("Rama Wijaya", "Camat Blora", "", False),
        ("Andin Budiman", "Sekretaris Dinas PUPR", "", False),
        ("Surya Dananjaya", "Kapolri", "Jenderal", True),
        ("Mulya Hadiwinata", "Duta Besar Republik Indonesia", "", False),
    ],
    "office of an office": [
        ("Surya Dananjaya", "Sekretaris Militer Presiden", "", False),
        ("Eko Ramadhan", "Koordinator Dosen Pembimbing Lapangan Universitas Lumajang", "", False),
        ("Cahya Indrananto", "VP Corporate Secretary Garuda Indonesia", "", False),
    ],
    "by mandate": [("Machi Ahmadi", "kuasa hukum Nikita Wulandari", "", False)],
    "named with an abbreviation": [("Rama Wijaya", "Ketua Perhimpunan untuk Pemilu dan Keadilan", "", False)],
    "formerly, behind a bare name": [("Marzuki Alinda", "Ketua Dewan Perwakilan Rakyat", "", True)],
    "presidents before": [
        ("Surya Bambang Wijaya", "Presiden Ke-6 RI", "", True),
        ("Parosil Mabrur", "Bupati Lampung Barat", "", False),
    ],
    "office in a directorate": [
        ("Darmawan Sentana", "Kabag Ops Dirlantas Polda Metro Jaya", "AKBP", False),
        ("Wisnu Aji", "Kapolsek Cepu", "AKP", False),
    ],
    "neighbourhood": [("Burhan", "Ketua RT 03", "", False), ("Sentana", "Ketua RW 05", "", False)],
    "offices of the police": [
        ("Vino Agafea", "Kasatres Narkoba Polres Blora", "AKP", False),
        ("Surata", "KBO Satlantas Polres Blora", "Iptu", False),
        ("Aulia Akmalia", "Korwil BIN Kota Solo", "", False),
        ("Arnapia", "Direktur Kepolisian Perairan dan Udara Polda Jawa Timur", "Kombes", False),
    ],
    "no holders": [("Megawati Sukarna", "Presiden Kelima RI", "", True)],
    "initials behind a name": [("Herman HN", "Wali Kota Bandarlampung", "", False)],
    "corps with a full stop": [("Miftakhul Khoiri", "Dandim 0632 Kota Cilegon", "Letkol Inf", False)],
    "terms and newcomers": [
        ("Rama Wijaya", "Kapolres Solo", "AKBP", False),
        ("Melki Sentana", "Ketua BEM UI", "", False),
    ],
    "followed in the post": [
        ("Rama Wijaya", "Kapolres Solo", "AKBP", False),
        ("Budi Sentana", "Kapolres Solo", "AKBP", True),
    ],
    "places behind places": [("Rama Wijaya", "Kepala Desa Sukamaju", "", False)],
    "member besides": [("Rama Wijaya", "anggota DPRD Solo", "", False)],
    "abbreviation before the number": [("Budi Irawanta", "Kepala Staf Kodam IV/Diponegoro", "Brigjen TNI", False)],
    "two letters of a name": [("FX Hadi Rudyata", "Ketua DPC PDI Perjuangan Kota Solo", "", False)],
    "month in a name": [("Raja Juli Antana", "Sekretaris Jenderal Partai Solidaritas", "", False)],
    "mosque": [("Nasarudin Umarsyah", "Imam Besar Masjid Istiqlal", "", False)],
    "this former officer": [
        ("Surya Dananjaya", "Panglima TNI", "Jenderal", False),
        ("Surya Dananjaya", "Kepala Staf Angkatan Darat", "", True),
    ],
    "nickname": [("Basri Tanuwijaya", "Gubernur nonaktif Sulawesi Barat", "", False)],
    "era": [("Lintang Seruni", "Bupati Kaur", "", False)],
    "whose counsel": [("Widya Arunika", "Kuasa hukum keluarga korban", "", False)],
    "names with titles": [
        ("Taruna Wijaya", "Kepala Badan Pengawas Obat dan Makanan", "", False),
        ("Yahdiana Lestari", "Dekan Fakultas Farmasi Universitas Padjadjaran", "", False),
        ("Ovalia Sentana", "Rektor UGM", "", False),
        ("Fahmi Hadziq", "Ketua PCNU Jombang", "", False),
    ],
    "names with initials": [
        ("A.A. Ngurah Jayantara", "Kasi Penkum Kejati Bali", "", False),
        ("Renaldi T.S. Simanjorang", "Kapolres Gowa", "AKBP", False),
        ("Suharyono", "Kepala BNPB", "Letjen TNI", False),
        ("Rama Wijaya", "Gubernur D.I. Yogyakarta", "", False),
    ],
    "a body with its abbreviation": [
        ("Gustaf Pattya", "Ketum Barisan Relawan Rama Presiden", "", False),
        ("Heru Sutama", "Direktur Eksekutif Information and Communication Technology Institute", "", False),
        ("Budi Sentana", "Bupati Jember", "", False),
        ("Dadang Hartana", "Komandan Upacara", "Inspektur Jenderal", False),
    ],
    "places behind heads": [
        ("Ujang Sutisna", "Kepala Kejaksaan Negeri Andoolo", "", False),
        ("Suryana", "Kadus Katangka", "", False),
        ("Dulhanan", "Kepala Desa Alun Alun", "", False),
        ("Ko Ko Soe", "Koordinator utama", "", False),
        ("Sugirah", "Wabup", "", False),
    ],
    "removed from beside": [
        ("Rama Wijaya", "Kapolres Blora", "AKBP", True),
        ("Budi Sentana", "Kapolres Kaur", "AKBP", False),
        ("Ketut Suardana", "Kepala Dinas Kesehatan Bali", "", False),
    ],
    "from post to post": [
        ("Rama Wijaya", "Kapolres Blora", "AKBP", True),
        ("Rama Wijaya", "Wadirlantas Polda Bali", "AKBP", False),
        ("Budi Sentana", "Kapolres Kaur", "AKBP", True),
        ("Budi Sentana", "Kapolres Solok", "AKBP", True),
        ("Danar Prakosa", "Kapolres Sragen", "AKBP", False),
        ("Bayu Segara", "Kapolres Sragen", "AKBP", True),
    ],
    "a fraction and a member": [
        ("Rezka Oktaviana", "Anggota Komisi II DPR F-Demokrat", "", False),
        ("Emiliana Sri Wahyana", "Ketua PSI Bali", "", False),
        ("Emiliana Sri Wahyana", "anggota DPRD Denpasar", "", False),
        ("Tjandra Lienanda", "Deputy Head of Equity Research Mandiri Sekuritas", "", False),
        ("Sofia Kusumaya", "wakil presiden PT Harsena Lab", "", False),
    ],
    "another name behind a title": [("Danar Sentana", "Camat Kaur", "", False)],
    "seats of prisons and courts": [
        ("Wisnu Hanindya", "Kalapas Cibinong", "", False),
        ("Budi Sentana", "Kepala Rutan Kelas IIB Wates", "", False),
        ("Utari Wijana", "Juru bicara PN Sungailiat", "", False),
        ("Frits Ramanda", "Ketua Komnas HAM Perwakilan Papua", "", False),
    ],
    "candidates of a team": [
        ("Arsyad Rasyada", "Ketua Tim Pemenangan Rama-Sinta", "", False),
        ("Rosana Lestari", "Ketua Tim Kampanye Nasional Rama Wijaya-Gibral Raka Buming", "", False),
        ("Mardana", "ketua timses Anas - Sanda", "", False),
    ],
    "terms that are over": [
        ("Dadang Kalyuba", "Ketua DPRD Kabupaten Banjar", "", True),
        ("Budi Sentana", "Bupati Kaur", "", False),
        ("Rama Wijaya", "Gubernur Jatim", "", True),
        ("Danar Segara", "Menko Polhukam", "", True),
    ],
    "suspended": [
        ("Rama Wijaya", "Kadiv Propam Polri nonaktif", "Irjen", False),
        ("Lila Pintasari", "Wakil Ketua KPK nonaktif", "", False),
    ],
    "this member": [
        ("Arsa Saniya", "politikus PPP", "", False),
        ("Arsa Saniya", "anggota Komisi III DPR RI", "", False),
    ],
    "a member who is another": [],
    "short names of offices": [
        ("Arief Adihara", "Wadirtipikor Mabes Polri", "Kombes Pol", False),
        ("Budi Sentana", "Kanitturjawali Satlantas Polres Solo", "Ipda", False),
        ("Made Suyana", "Kapuskodal Polda Bali", "Kompol", False),
    ],
    "divisions of a commission": [
        ("Lola Suhenda", "Koordinator Divisi Pencegahan, Partisipasi Masyarakat, dan Humas Bawaslu RI", "", False),
        (
            "Bambang Kristana",
            "Kadiv Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM KPU Solo",
            "",
            False,
        ),
        ("Budi Sentana", "Kanit Harda Satreskrim Polres Solo", "Iptu", False),
    ],
    "two for two": [
        ("Budi Kusuma", "Sekretaris KPU Solo", "", False),
        ("Mohammad Nasiha", "Rektor Unair", "", False),
        ("Mohammad Nasiha", "Ketua Forum Rektor Indonesia", "", False),
    ],
    "small words in names": [
        ("Basar al-Hamid", "Presiden Suriah", "", False),
        ("Karl van der Linden", "Kanselir Jerman", "", False),
        ("Mahmud bin Haji Karim", "Menteri Luar Negeri Malaysia", "", False),
        ("Luis da Silva Kosta", "Presiden Brasil", "", False),
        ("Surya Dananjaya", "Kapolda Jambi", "Irjen", False),
    ],
    "a name behind a place": [
        ("Harda Jaya Kiswanto", "Bupati Sleman", "", False),
        ("Arief R Wismana", "Wali Kota Tangerang", "", False),
        ("Melani Pertiwi", "Ketua DPRD Kediri", "", False),
        ("Bima A Sugianto", "Wali Kota Bogor", "", False),
        ("Abdul Wahidin", "Gubernur Riau", "", False),
        ("Arif Harsana", "Kapolres Pagar Alam", "AKBP", False),
        ("Budi Sentana", "Kapolsek Medan Sunggal", "Kompol", False),
    ],
    "one post of several": [
        ("Jarot Saifudin", "Anggota Komisi III DPR RI", "", False),
        ("Willy Aditama", "Anggota Komisi III DPR RI", "", False),
        ("Budi Sentana", "Anggota Komisi III DPR RI", "", False),
        ("Anwar Wijaya", "Komisioner KPU Kaur", "", False),
        ("Nia Sari", "Komisioner KPU Kaur", "", False),
        ("Gerry Pausa", "Bupati Kaur", "", False),
        ("Siswanto", "Anggota DPRD Blora", "", False),
    ],
    "who serves or stands in": [
        ("Yana Ferdian", "Kapolres Kaur", "AKBP", False),
        ("Hasim Joyo", "Utusan Khusus Presiden Bidang Iklim", "", False),
    ],
    "called by a lone office": [
        ("Wiku Adisama", "Juru bicara Satgas Penanganan COVID-19", "", False),
        ("Budi Sentana", "Staf Khusus Kementerian Koordinator Pangan", "", False),
    ],
    "pointed at in a quotation": [("Rama Wijaya", "Kapolda Jambi", "", True)],
    "a day behind a name": [("Karyana", "Kapolda Metro Jaya", "Irjen", False)],
    "lost as": [
        ("Budi Sentana", "Menteri Perdagangan", "", True),
        ("Rama Wijaya", "Bupati Ngada", "", False),
        ("Danar Prakosa", "Kapolres Batang", "AKBP", False),
    ],
    "beside others": [
        ("Bayu Segara", "Sekretaris Dinas Kesehatan Kaur", "", False),
        ("Tirta Wangsa", "pendiri Sinagoga Ohel Yaakov", "Mayor Jenderal Polisi", False),
    ],
    "of whom a role is": [
        ("Chrisna Adiwangsa", "kuasa hukum Sri Panuntas", "", False),
        ("Hasto Wibowo", "juru bicara Anindya Baskara", "", False),
        ("Bimo Kusuma", "Jubir Rama Wijaya", "", False),
        ("Yakub Hasibuana", "Kuasa hukum Rama Wijaya", "", False),
    ],
    "mother of a party": [
        ("Rania Putri", "Kapolres Tebo", "", False),
        ("Amir Wiratama", "Waka Pendam IX/Udayana", "Letkol Inf", False),
        ("Budi Sentana", "Waka Polres Tebo", "Kompol", False),
    ],
    "firms, schools": [
        ("Hasan Basri", "Direktur Operasional PT Bumi Hijau", "", False),
        ("William Tanu", "CEO Tokobelanja", "", False),
        ("Siti Aminah", "Kepala SDN 2 Sukorejo", "", False),
        ("Hasan Basri", "Kepala UPT Pelabuhan Perikanan Muncar", "", False),
        ("Subalin Agung Gunawan", "Kadiv Marketing Perum Bulog", "", False),
        ("Rustaman Arief Budiman", "Kepala Sekolah SMAN 1 Jatiwaru", "", False),
    ],
    "officers of other countries": [
        ("Laura Heller", "Gubernur Negara Bagian North Dakota", "", False),
        ("Mark Daleyson", "Athan Australia", "Kolonel", False),
        ("Peter Lang", "Komisaris Tinggi PBB untuk Hak Asasi Manusia", "", False),
        ("Abu Khalil", "Juru bicara Hamas", "", False),
        ("Jim Donnelly", "Kepala Kepolisian Los Angeles", "", False),
    ],
    "boards and initials": [
        ("MQ Ismail", "Sekretaris DPD Partai Golkar Jawa Barat", "", False),
        ("Yores Raweyan", "Ketua DPP", "", True),
        ("Heri Yulianta", "Kepala Badan Saksi Pemilu Nasional DPD PDIP Jatim", "", False),
    ],
    "teams and staff": [
        ("Edwin", "Staf Diskominfo Kabupaten Bogor", "", False),
    ],
    "villages": [
        ("Budi Hartono", "Sekretaris Desa Sukamaju", "", False),
        ("Muzakir Hasan", "Keuchik Gampong Lamteh", "", False),
        ("Rama Wijaya", "Kepala Desa Pringsewan Kecamatan Cibungur", "", False),
        ("Feri Eldian", "Wali Nagari Sungai Pua", "", False),
        ("Muhammad Nasir", "Geuchik Desa Alue Bilie", "", False),
        ("Bimo Kusuma", "Sekretaris Desa Sukamaju", "", False),
    ],
    "places and bodies between": [
        ("Endi Bokona", "Ketua RT 21", "", False),
        ("Danu Prakosa", "Bhabinkamtibmas Kelurahan Fatukora", "Aipda", False),
        ("Desi Andriana", "Deputi Bidang Perlindungan Hak Perempuan", "", False),
    ],
    "called by a name": [
        ("Sutrisno", "Kepala Dusun Krajan", "", False),
        ("AB", "Kepala Desa Sukamaju", "", True),
        ("PR", "Lurah Ciganjur", "", False),
        ("Rama Wijaya", "Kapolres Kaur", "AKBP", False),
    ],
    "in his own office": [
        ("Rama Wijaya", "Ketua KONI Kaur", "", False),
    ],
    "streets named after officers": [
        ("Rania Putri", "Gubernur Banten", "", False),
        ("Suparmin", "Dosen Universitas Wahid Hartono", "", False),
    ],
    "professions at a body": [
        ("Yosef Tuba Helarius", "Dosen Fakultas Hukum Universitas Nusa Mandiri", "", False),
        ("Danu Prasojo", "pengamat politik dari Universitas Nusa Bangsa", "", False),
        ("Rania Putri", "dosen Fakultas Ilmu Politik di Universitas Jenderal Wiranata", "", False),
        ("Bimo Kusuma", "Kapten tim Garuda Muda", "", False),
        ("Heri Santika", "Satpam SMK Bina Warga", "", False),
    ],
    "professions without a body": [],
    "given name that is a place": [("Bima Surya Wijaya", "Wakil Menteri Kesehatan", "", False)],
    "common noun as given name": [("Hari Wicaksana", "Kepala Bagian Humas DPRD Sragen", "", False)],
    "holder before a place": [
        ("Suhardiman", "Ketua Umum Partai Rakyat", "", False),
        ("Felix Mbala", "Menteri Pertahanan Kongo", "", False),
        ("Rania Putri", "Sekertaris Jenderal Partai Rakyat", "", False),
    ],
    "counsel of two": [("Hendra Gunadi", "Kuasa hukum Sugiman dan Suryana", "", False)],
    "airbase named after a person": [
        ("Putu Sudirga", "Komandan Pangkalan Udara I Gusti Ngurah Sutama", "Letkol Pnb", False)
    ],
    "two fields and a third": [
        (
            "Rania Putri",
            "Direktur Tindak Pidana Perempuan dan Anak serta Pemberantasan Perdagangan Orang Polri",
            "Brigjen",
            False,
        )
    ],
    "names of three parts": [
        ("Abu Salim Ba'asyar", "Ketua Yayasan Nurani", "", False),
        ("Asep Karimullah", "Ketua KPU Kaur", "", False),
    ],
    "behind an adverbial": [
        ("Ruben Santosa", "Kepala Kebijakan Publik Tokoraya Indonesia", "", False),
        ("Danu Prasetyo", "Kasi Humas Polres Kaur", "", False),
        ("Hernita", "Kepala BPJS Kesehatan Cabang Metro", "", False),
    ],
    "years behind an office": [
        ("Arga Wicaksana", "Kapolri", "", True),
        ("Bimo Kusuma", "Menteri Koordinator Bidang Politik dan Keamanan", "", True),
        ("Danar Prakosa", "Menteri Sekretaris Negara", "", True),
    ],
    "matters that bodies are called by": [
        ("Arga Wicaksana", "Menteri Koordinator Bidang Hukum, HAM, Imigrasi, dan Pemasyarakatan", "", False),
        ("Bimo Kusuma", "Wakil Menteri Koordinator Bidang Hukum, HAM, Imigrasi, dan Pemasyarakatan", "", False),
        ("Bram Sadewa", "Kapolri", "", False),
    ],
    "firms that bear names": [
        ("Ari Wiguna", "Direktur Utama PT Surya Dharma", "", False),
        ("Andre Wijaya", "Kepala BNN Asahan", "", False),
        ("Broto Santosa", "Kepala Bidang Humas dan Media PP PRSI", "", False),
        ("Fuad Hartono", "Ketua Umum Rumah Peduli Perempuan dan Anak Nusantara", "", False),
    ],
    "from a district": [
        ("Yan Wanggai", "Anggota DPR RI", "", False),
        ("Danu Prasetyo", "anggota DPR RI", "", False),
        ("Rama Wijaya", "anggota DPRD Bantul", "", False),
    ],
    "beside the subject": [
        ("Rama Wijaya", "Direktur Eksekutif Algoritmika", "", False),
        ("Surya Dananjaya", "Ketua KONI Kaur", "", False),
    ],
    "short for a body": [
        ("Rania Putri", "Ketua Umum Yamarini", "", False),
        ("Arga Wicaksana", "Penjabat Gubernur Jambi", "", False),
        ("SBY", "Presiden", "", True),
    ],
    "who leads a meeting": [
        ("Yanuar Hartono", "pimpinan rapat", "", False),
        ("Rania Putri", "Kuasa hukum sejumlah korban kekerasan seksual", "", False),
        ("Danu Prasetyo", "koordinator aksi", "", False),
        ("Anwar Kamil", "Menteri Luar Negeri Malaysia", "", False),
        ("Bimo Kusuma", "advokat", "", False),
        ("Rama Wijaya", "advokat", "", False),
    ],
    "given names that are nouns": [
        ("Umi Lestari", "Kapolsek Natar", "Kompol", False),
        ("Putri Maharani", "Ketua DPRD Metro", "", False),
        ("Surya", "Presiden", "", False),
        ("Edwin Surya", "Direktur Utama Sorta Holdings", "", False),
    ],
    "a firm named after sons": [("Rama Wijaya", "Direktur PT Putra Surya Banjar", "", False)],
    "a spokesman and whom he speaks for": [
        ("Wahyu Hamdani", "Juru bicara Rama", "", False),
    ],
    "fields and firms that no list has": [
        ("Rahmat Subarja", "Kabid Dikdas", "", False),
        ("Budi Hartanto", "Menko Polkamtor", "", False),
        ("Reza Pahlevi", "Chief Operating Officer Dompetrakyat Indonesia", "", False),
        ("Rudi Hartono", "Dirut Sarirasa", "", False),
        ("Danang", "Kanit", "", False),
    ],
    "an adverb that begins a name": [
        ("Lalu Ahmad Suwardi", "Wakil Ketua Komisi V DPR RI", "", False),
        ("Lalu Hasan Basri", "Gubernur NTB", "", False),
        ("Danang Wibowo", "Kasat Lalu Lintas Polres Kaur", "AKP", False),
        ("Retno Wijaya", "Bupati Kaur", "", False),
    ],
    "the title in brackets is the deputy": [
        ("Danang Wibowo", "Wadirresnarkoba Polda Riau", "AKBP", False),
        ("Budi Hartono", "Ketua Umum Ikatan Dokter Indonesia", "", True),
        ("Rama Sasongko", "Kepala BNN", "Komisaris Jendral", False),
    ],
    "left, and held before the next": [
        ("Agus Sentana", "Wakapolri", "Komjen", True),
        ("Surya Dananjaya", "Kabareskrim", "Komjen", True),
        ("Rama Wijaya", "Kapolres Kaur", "", True),
    ],
    "who followed somebody that goes on to another post": [
        ("Yoga Tirtana", "Kapolres Kaur", "Kombes", False),
        ("Gilar Nandana", "Kapolres Bima", "AKBP", True),
        ("Rama Sasongko", "Kapolres Bima", "AKBP", False),
    ],
    "members of the body whose chair was named": [
        ("Budi Sentana", "Ketua DKPP", "", False),
        ("Rama Wijaya", "anggota DKPP", "", False),
        ("Danang Prakosa", "anggota DKPP", "", False),
        ("Retno Wijaya", "Ketua Bawaslu Kaur", "", False),
        ("Budi Hartono", "anggota Bawaslu Kaur", "", False),
        ("Toni Wibowo", "anggota Bawaslu Kaur", "", False),
        ("Yoga Tirtana", "Kapolres Kaur", "AKBP", False),
    ],
    "known by his field": [
        ("Rama Wijaya", "Pakar hukum pidana", "", False),
        ("Danang Prakosa", "Pengamat kebijakan publik", "", False),
    ],
    "held at a past time": [
        ("Rama Wijaya", "Bupati Kaur", "", True),
        ("Danang Prakosa", "Kapolres Bima", "", True),
        ("Gilar Nandana", "Camat Tebo", "", False),
        ("Toni Hartono", "Dandim Kaur", "", True),
    ],
    "a field of work that is an act as well": [
        ("Rama Wijaya", "Direktur Registrasi dan Identifikasi Korlantas Polri", "Brigjen", False),
        ("Danang Prakosa", "Ketua Tim Supervisi dan Inspeksi KPK", "", False),
    ],
    "two capitals within a name": [("Retno LP Wijaya", "Menteri Luar Negeri", "", False)],
}


def tenures_of(name: str) -> tuple[Tenure, ...]:
    document = documents()[name]
    mentions = find_mentions(document, lexicon())
    return find_tenures(document, mentions, link_entities(document, mentions, lexicon()), lexicon())


@pytest.mark.parametrize("name", TENURES)
def test_tenures(name: str) -> None:
    found = [(tenure.person, tenure.office, tenure.rank, tenure.former) for tenure in tenures_of(name)]
    assert sorted(found) == sorted(TENURES[name])


@pytest.mark.parametrize(
    ("opening", "published", "former"),
    [
        ("Presiden ke-7 RI", date(2021, 3, 8), False),
        ("Presiden ke-7 RI", date(2025, 3, 8), True),
        ("Presiden ke-7 RI", None, False),
        ("Presiden ke-6 RI", None, True),
        ("Presiden ke-6 RI", date(2010, 3, 8), False),
        ("Kapolri pertama", date(2025, 3, 8), False),
    ],
)
def test_a_president_is_former_once_his_term_is_over(opening: str, published: date | None, former: bool) -> None:
    (found,) = (one for one in parses.documents().values() if one.article.text.startswith(opening))
    dated = replace(found, clean=replace(found.clean, published=published))
    post = next(one for one in find_mentions(dated, lexicon()) if one.post)
    assert post.former == former


def test_evidence_is_the_mention_of_the_post() -> None:
    (tenure,) = tenures_of("police chief")
    assert tenure.evidence.of(documents()["police chief"].article.text) == "Kapolda Lampung"


def test_a_tenure_leads_to_its_entity() -> None:
    document = documents()["former"]
    mentions = find_mentions(document, lexicon())
    entities = link_entities(document, mentions, lexicon())
    for tenure in find_tenures(document, mentions, entities, lexicon()):
        assert tenure.entity is not None
        assert entities[tenure.entity].person == tenure.person
