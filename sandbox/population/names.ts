/** People who might live there: their names as they write them, and what is spoken at home. No list is drawn from anybody's file. */
export interface Community {
  readonly languages: readonly string[];
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
  /** Empty where people have one name only. */
  readonly families: readonly string[];
  /** How many of a hundred families, in the neighbourhoods of Montréal and in that of Ottawa. */
  readonly share: { readonly qc: number; readonly on: number };
}

const of = (words: string): readonly string[] => words.split(', ');

export const COMMUNITIES: readonly Community[] = [
  {
    languages: ['fr'],
    girls: of('Léa, Florence, Rosalie, Mégane, Maëlle, Océane, Juliette, Anaïs, Charlie, Éloïse'),
    boys: of('Thomas, Félix, Nathan, Zachary, Loïc, Édouard, Raphaël, Jérémie, Charlie, Xavier'),
    women: of('Mélanie, Josée, Karine, Annie, Véronique, Cynthia, Nancy, Stéphanie'),
    men: of('Éric, Sylvain, Patrick, Mathieu, Jean-François, Dave, Martin'),
    families: of('Tremblay, Gagnon, Bouchard, Côté, St-Pierre, D’Amours, L’Écuyer, Thériault, Lalancette, Roy-Lavoie'),
    share: { qc: 40, on: 22 },
  },
  {
    languages: ['en'],
    girls: of('Emma, Hailey, Brooklyn, Chloe, Maddison, Piper, Zoe'),
    boys: of('Liam, Tyler, Mason, Connor, Jayden, Owen, Logan'),
    women: of('Ashley, Amanda, Crystal, Sarah, Heather'),
    men: of('Ryan, Kevin, Josh, Brad, Scott'),
    families: of('MacDonald, O’Brien, Smith-Lalonde, Fraser, Campbell, Whitfield'),
    share: { qc: 6, on: 24 },
  },
  {
    languages: ['ht', 'fr'],
    girls: of('Naïka, Wideline, Fabiola, Lovely, Sarah-Djina, Stacy'),
    boys: of('Jean-Ricardo, Widley, Samuel, Kervens, Emmanuel, Stanley'),
    women: of('Marie-Carmel, Guerda, Rose-Andrée, Mirlande, Yolette'),
    men: of('Jean-Robert, Wilner, Frantz, Ronald'),
    families: of('Pierre-Louis, Jean-Baptiste, Charles, Désir, Toussaint, Louissaint'),
    share: { qc: 12, on: 10 },
  },
  {
    languages: ['ar', 'fr'],
    girls: of('Inès, Yasmine, Lina, Malak, Nour, Aya'),
    boys: of('Rayan, Adam, Ilyes, Yacine, Mohamed-Amine, Anis'),
    women: of('Fatima-Zohra, Samira, Nadia, Khadija, Amel'),
    men: of('Karim, Rachid, Abdelkader, Youssef'),
    families: of('Benali, El Amrani, Haddad, Bouzid, Aït-Ouali, Mansouri'),
    share: { qc: 12, on: 9 },
  },
  {
    languages: ['es', 'fr'],
    girls: of('Valentina, María José, Camila, Lucía, Ximena'),
    boys: of('Santiago, Mateo, José Ángel, Emiliano, Iñaki'),
    women: of('Claudia, Rosa María, Yolanda, Paola'),
    men: of('Carlos, Luis Fernando, Óscar, Andrés'),
    families: of('Rodríguez Peña, Muñoz, Hernández Cruz, Gutiérrez, Quispe'),
    share: { qc: 9, on: 4 },
  },
  {
    languages: ['vi', 'fr'],
    girls: of('Minh Anh, Thùy Linh, Bảo Trân, Kim Ngân'),
    boys: of('Gia Bảo, Quốc Huy, Minh Khôi, Đức Anh'),
    women: of('Thị Lan, Hồng Nhung, Thu Hà'),
    men: of('Văn Hùng, Hữu Phước, Quang'),
    families: of('Nguyễn, Trần, Phạm, Lê, Đặng'),
    share: { qc: 5, on: 4 },
  },
  {
    languages: ['fr', 'ln'],
    girls: of('Divine, Merveille, Grâce, Exaucée, Aminata'),
    boys: of('Dieudonné, Christ-Vie, Trésor, Ousmane, Béni'),
    women: of('Clarisse, Mariam, Béatrice, Fatou'),
    men: of('Jean-Claude, Mamadou, Théophile'),
    families: of('Mbuyi, Kabongo wa Kabongo, Diallo, N’Diaye, Tshibangu, Traoré'),
    share: { qc: 8, on: 8 },
  },
  {
    languages: ['so', 'en'],
    girls: of('Hodan, Ifrah, Sagal, Hamdi'),
    boys: of('Abdirahman, Liban, Guled, Zakariya'),
    women: of('Halima, Fartun, Sahra'),
    men: of('Abdi, Mohamud, Yusuf'),
    families: of('Warsame, Abdullahi, Farah, Sheikh-Hassan'),
    share: { qc: 1, on: 9 },
  },
  {
    languages: ['fa-AF', 'fr'],
    girls: of('Parwana, Zahra, Maryam'),
    boys: of('Omid, Farhad, Milad'),
    women: of('Laila, Shukria, Zarghona'),
    men: of('Najib, Habibullah'),
    families: [],
    share: { qc: 2, on: 3 },
  },
  {
    languages: ['uk', 'fr'],
    girls: of('Solomiia, Zlata, Daryna'),
    boys: of('Matvii, Ostap, Bohdan'),
    women: of('Oksana, Iryna, Nataliia'),
    men: of('Serhii, Andrii'),
    families: of('Shevchuk, Kovalenko, Bondarenko'),
    share: { qc: 2, on: 2 },
  },
  {
    languages: ['zh', 'fr'],
    girls: of('Xinyi, Yutong, Mei-Ling'),
    boys: of('Haoran, Zihan, Wei'),
    women: of('Xiaoyan, Li Na, Hui'),
    men: of('Jianguo, Bo, Lei'),
    families: of('Wang, Li, Ouyang, Chen, Xu'),
    share: { qc: 2, on: 3 },
  },
  {
    languages: ['iu', 'fr'],
    girls: of('Siasi, Elisapie, Qumaq'),
    boys: of('Putulik, Tamusi, Jaaka'),
    women: of('Lizzie, Maina, Alasie'),
    men: of('Noah, Jobie, Adamie'),
    families: of('Tukkiapik, Saviadjuk, Qinuajuak'),
    share: { qc: 1, on: 2 },
  },
];

/** Who works there. Each has one name, the same for every child. */
export const PROFESSIONALS: readonly string[] = of(
  'Maude Lacasse, Samuel Ouellet-Diop, Nadège Philogène, Jordan Bellefleur, Claire Arsenault, Amélie Trần, Marc-Olivier Dubé, Soraya Benhamou, Julie Castonguay, Ibrahim Koné, Rachel O’Malley, Geneviève Sioui-Gros-Louis, Pascale Vézina, Hugo Marchetti, Farah Nasri, Louis-Philippe Gérin',
);

export const DOCTORS: readonly string[] = of('Dre Hélène Aubin, Dr Amadou Sarr, Dre Priya Raman, Dr Étienne Morneau');
