-- Schools and majors.
insert into sojourn.school (code, name_ko, name_en, name_ja) values
	('BIO', '생명과학 스쿨', 'School of Life Science', '生命科学スクール'),
	('ICT', '정보통신 스쿨', 'School of Information and Communication Technology', '情報通信スクール'),
	('ENV', '에너지·환경 스쿨', 'School of Energy and Environment', 'エネルギー・環境スクール'),
	('MAT', '신소재·화학 스쿨', 'School of Materials and Chemistry', '新素材・化学スクール'),
	('SPC', '우주·지구과학 스쿨', 'School of Space and Earth Science', '宇宙・地球科学スクール'),
	('GEN', '공통교과', 'Common Courses', '共通科目');

insert into sojourn.major (school_id, code, name_ko, name_en, name_ja)
select s.id, m.code, m.ko, m.en, m.ja
  from sojourn.school s join (values
	('BIO', 'BIO', '생명공학', 'Biotechnology', '生命工学'),
	('BIO', 'GNM', '기능유전체학', 'Functional Genomics', '機能ゲノム学'),
	('BIO', 'NEU', '신경과학', 'Neuroscience', '神経科学'),
	('ICT', 'ICE', '정보통신공학', 'Information and Communication Engineering', '情報通信工学'),
	('ICT', 'AIS', '인공지능', 'Artificial Intelligence', '人工知能'),
	('ICT', 'RBT', '로봇공학', 'Robotics', 'ロボット工学'),
	('ICT', 'SEC', '정보보호공학', 'Information Security Engineering', '情報保護工学'),
	('ENV', 'ENE', '에너지시스템공학', 'Energy System Engineering', 'エネルギーシステム工学'),
	('ENV', 'EVE', '환경공학', 'Environmental Engineering', '環境工学'),
	('ENV', 'NUC', '원자력공학', 'Nuclear Engineering', '原子力工学'),
	('MAT', 'MSE', '신소재공학', 'Materials Science and Engineering', '新素材工学'),
	('MAT', 'CHE', '화학', 'Chemistry', '化学'),
	('MAT', 'NAN', '나노과학', 'Nanoscience', 'ナノ科学'),
	('SPC', 'AST', '천문우주과학', 'Astronomy and Space Science', '天文宇宙科学'),
	('SPC', 'GEO', '지구·자원공학', 'Earth and Resource Engineering', '地球・資源工学'),
	('GEN', 'GEN', '공통', 'Common', '共通')
       ) as m(school, code, ko, en, ja) on m.school = s.code
 order by s.id, m.code;
